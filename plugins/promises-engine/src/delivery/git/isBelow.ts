/** Whether a path of a store is inside a folder; the root of the store is empty. */
export function isBelow(path: string, folder: string): boolean {
  return folder === '' || path.startsWith(`${folder}/`);
}
