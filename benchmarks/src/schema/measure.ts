import { performance } from 'node:perf_hooks';

/** Milliseconds of each call, after as many calls again to warm up. */
export function measure(
  count: number,
  call: (index: number) => unknown,
): readonly number[] {
  const times: number[] = [];
  for (let index = -count; index < count; index++) {
    const start = performance.now();
    call(index + count);
    if (index >= 0) times.push(performance.now() - start);
  }
  return times;
}
