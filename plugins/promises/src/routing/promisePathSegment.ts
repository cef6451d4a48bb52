const RESERVED = new Set(['requests', 'destinations', 'doctor']);

/**
 * A Promise may be called like one of the pages beside it. `~` occurs in no Kubernetes name, so it can mark those.
 */
export function toPromisePathSegment(name: string): string {
  return RESERVED.has(name) ? `~${name}` : name;
}

/** The name behind a path segment made by {@link toPromisePathSegment}. */
export function fromPromisePathSegment(segment: string): string {
  return segment.startsWith('~') ? segment.slice(1) : segment;
}
