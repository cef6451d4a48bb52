import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** What this process has used. */
export interface Measurement {
  /** of the heap, after a collection where one was asked for */
  readonly heapBytes: number;
  /** since the process started, all threads */
  readonly cpuMicroseconds: number;
}

/** Answers whoever started this process how much it uses; `{collect: true}` has garbage collected before. */
export function answerMeasurements(): void {
  process.on('message', message => {
    const { collect } = message as { readonly collect?: boolean };
    if (collect) collectGarbage();
    const { user, system } = process.cpuUsage();
    const measurement: Measurement = {
      heapBytes: process.memoryUsage().heapUsed,
      cpuMicroseconds: user + system,
    };
    process.send?.(measurement);
  });
}

function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  // What a first collection finalises is free after the second.
  collect();
  collect();
}
