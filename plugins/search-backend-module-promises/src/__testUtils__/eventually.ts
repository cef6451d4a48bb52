import { setTimeout as sleep } from 'node:timers/promises';

/** Reads until it is what is wanted; tells what was read last if that does not happen. */
export async function eventually<T>(
  read: () => Promise<T>,
  isWanted: (value: T) => boolean,
  timeoutMs = 40_000,
): Promise<T> {
  const end = Date.now() + timeoutMs;
  for (;;) {
    const value = await read();
    if (isWanted(value)) return value;
    if (Date.now() > end) {
      throw new Error(`It stayed ${JSON.stringify(value, undefined, 1)}`);
    }
    await sleep(50);
  }
}
