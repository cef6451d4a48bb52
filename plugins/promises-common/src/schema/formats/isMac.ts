const GROUPED = [
  /^[0-9a-f]{2}(:[0-9a-f]{2})+$/i,
  /^[0-9a-f]{2}(-[0-9a-f]{2})+$/i,
  /^[0-9a-f]{4}(\.[0-9a-f]{4})+$/i,
];
const DIGITS = [12, 16, 40];

/** A hardware address of 6, 8 or 20 bytes. */
export function isMac(text: string): boolean {
  if (!GROUPED.some(pattern => pattern.test(text))) return false;
  return DIGITS.includes(text.replace(/[^0-9a-f]/gi, '').length);
}
