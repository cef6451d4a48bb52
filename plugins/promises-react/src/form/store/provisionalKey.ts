const MARK = '\u0000';

/**
 * A key of a map that cannot be kept yet because it is empty or taken. It stands in the working value, so that the row
 * and what was typed into it stay, and never leaves the form.
 */
export function provisionalKey(text: string, serial: number): string {
  return `${MARK}${serial}${MARK}${text}`;
}

/** Whether a key is provisional. */
export function isProvisionalKey(key: string): boolean {
  return key.startsWith(MARK);
}

/** What the person typed as the key. */
export function keyText(key: string): string {
  return isProvisionalKey(key) ? key.slice(key.indexOf(MARK, 1) + 1) : key;
}
