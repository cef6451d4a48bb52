import type { LocationFault } from './LocationFault';

/**
 * What keeps the catalog from reading a file, as `type:target`: the fault of a location that points at this file alone,
 * or one whose text names the file.
 */
export function findFileFault(
  faults: readonly LocationFault[],
  file: string | undefined,
): string | undefined {
  if (file === undefined) return undefined;
  return faults.find(
    ({ targets, message }) =>
      (targets.length === 1 && targets[0] === file) || names(message, file),
  )?.message;
}

/** Whether the text holds the file's address, and not only as the beginning of a longer one. */
function names(message: string, file: string): boolean {
  for (
    let start = message.indexOf(file);
    start >= 0;
    start = message.indexOf(file, start + 1)
  ) {
    if (!/^[\w/-]|^\.\w/.test(message.slice(start + file.length))) return true;
  }
  return false;
}
