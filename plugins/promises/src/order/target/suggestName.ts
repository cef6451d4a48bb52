const LETTERS = 'bcdfghjkmnpqrstvwxz23456789';
const LENGTH = 4;
const MOST = 63;

/**
 * A name for a new request: that of the Promise with a few letters that make a clash unlikely.
 *
 * @param random - from 0 up to 1, like Math.random
 */
export function suggestName(promise: string, random: () => number): string {
  const suffix = Array.from(
    { length: LENGTH },
    () => LETTERS[Math.floor(random() * LETTERS.length)],
  ).join('');
  const stem = promise
    .toLowerCase()
    .replace(/[^a-z0-9-]+/g, '-')
    .slice(0, MOST - LENGTH - 1)
    .replace(/^-+|-+$/g, '');
  return stem ? `${stem}-${suffix}` : suffix;
}
