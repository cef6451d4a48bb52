import { setTimeout as sleep } from 'node:timers/promises';

/** Repeats an assertion until it holds, or throws its last fault after some seconds. */
export async function eventually<T>(
  assertion: () => Promise<T> | T,
  timeoutMs = 20_000,
): Promise<T> {
  const end = Date.now() + timeoutMs;
  for (;;) {
    try {
      return await assertion();
    } catch (error) {
      if (Date.now() > end) {
        throw error;
      }
      await sleep(50);
    }
  }
}
