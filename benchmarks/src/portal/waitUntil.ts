import { setTimeout as sleep } from 'node:timers/promises';

/** Asks until the answer is not undefined; rejects after the time, naming what was waited for. */
export async function waitUntil<T>(
  what: string,
  ask: () => Promise<T | undefined>,
  options: { readonly timeoutMs: number; readonly everyMs: number },
): Promise<T> {
  const deadline = performance.now() + options.timeoutMs;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) {
      return answer;
    }
    if (performance.now() > deadline) {
      throw new Error(
        `waited ${options.timeoutMs / 1000} s in vain for ${what}`,
      );
    }
    await sleep(options.everyMs);
  }
}
