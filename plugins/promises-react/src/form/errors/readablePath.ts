/** A path for people: without the marks of keys that cannot be kept yet. */
export function readablePath(path: string): string {
  return path
    .split('\u0000')
    .filter((_, index) => index % 2 === 0)
    .join('');
}
