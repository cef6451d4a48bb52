/** Whether a path that was written by `formatPath` is inside another one. */
export function isBelow(path: string, ancestor: string): boolean {
  if (ancestor === '') {
    return path !== '';
  }
  return (
    path.length > ancestor.length &&
    path.startsWith(ancestor) &&
    (path[ancestor.length] === '.' || path[ancestor.length] === '[')
  );
}
