import { setTimeout as sleep } from 'node:timers/promises';

const INTERVAL_MS = 50;

/** Whether something became so within a time. */
export async function pollUntil(
  condition: () => Promise<boolean>,
  timeoutMs: number,
): Promise<boolean> {
  const end = performance.now() + timeoutMs;
  while (!(await condition())) {
    if (performance.now() > end) return false;
    await sleep(INTERVAL_MS);
  }
  return true;
}
