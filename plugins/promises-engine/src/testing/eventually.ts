import { setTimeout as sleep } from 'node:timers/promises';

/** Repeats an expectation until it holds; rejects with its last error after the time. */
export async function eventually(
  expectation: () => void | Promise<void>,
  timeoutMs = 5_000,
): Promise<void> {
  const end = performance.now() + timeoutMs;
  for (;;) {
    try {
      await expectation();
      return;
    } catch (error) {
      if (performance.now() > end) {
        throw error;
      }
      await sleep(5);
    }
  }
}
