/**
 * Milliseconds until the next attempt: none after a connection that worked, since the server ends streams in time for a
 * new token; then doubling from half a second up to 15 seconds, spread so that viewers do not all come back at once.
 */
export function reconnectDelay(failuresInARow: number, random: number): number {
  if (failuresInARow === 0) return 50 + random * 200;
  const ceiling = Math.min(15_000, 500 * 2 ** (failuresInARow - 1));
  return ceiling / 2 + random * (ceiling / 2);
}
