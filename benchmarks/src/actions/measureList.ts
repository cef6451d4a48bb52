import { setTimeout as sleep } from 'node:timers/promises';

/** How long one answer took until its last byte was there, and how large it was. */
export interface MeasuredList {
  readonly latenciesMs: readonly number[];
  readonly bytes: number;
}

/** Asks for the same list again and again, one question after the other. */
export async function measureList(options: {
  readonly url: string;
  readonly authorization: string;
  readonly rounds: number;
  /** A seeded fault. */
  readonly delayMs: number;
}): Promise<MeasuredList> {
  const { url, authorization, rounds, delayMs } = options;
  const latenciesMs: number[] = [];
  let bytes = 0;
  for (let round = 0; round < rounds; round++) {
    const started = performance.now();
    const response = await fetch(url, { headers: { authorization } });
    const body = await response.arrayBuffer();
    if (delayMs > 0) await sleep(delayMs);
    latenciesMs.push(performance.now() - started);
    if (!response.ok) throw new Error(`${url} answered ${response.status}`);
    bytes = body.byteLength;
  }
  return { latenciesMs, bytes };
}
