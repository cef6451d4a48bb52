/** A place of `promises.locations`. */
export interface ConfiguredLocation {
  readonly type: 'file' | 'url';
  /** An absolute path, or a URL; both may hold wildcards. */
  readonly target: string;
}

/** `type:target`, as entities carry it as their origin. */
export function locationRef({ type, target }: ConfiguredLocation): string {
  return `${type}:${target}`;
}
