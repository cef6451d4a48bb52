/** A path as fast-import reads it: C-style quotes, bytes in UTF-8. The path has passed `checkStorePath`. */
export function quotePath(path: string): string {
  return `"${path.replace(/["\\]/g, '\\$&')}"`;
}
