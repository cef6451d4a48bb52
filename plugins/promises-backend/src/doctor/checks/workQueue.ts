import type { DoctorResult } from '@promissory/plugin-promises-common';
import {
  readQueueHealth,
  type QueueHealth,
} from '@promissory/plugin-promises-engine';
import { configRemedy } from '../configRemedy';
import { counted } from '../counted';
import type { Check } from '../types';

/** Work is looked for every few seconds even where nothing tells of it. */
const SLOW_MS = 30_000;
const STUCK_MS = 5 * 60_000;
const LONGEST_ERROR = 300;

/** @param concurrency - `promises.engine.concurrency` */
export function judgeQueue(
  queue: QueueHealth,
  concurrency: number,
): DoctorResult[] {
  const { overdueMs, failing, entries } = queue;
  const results: DoctorResult[] = failing.map(
    ({ kind, key, attempts, lastError }) => ({
      status: 'warning',
      subject: `${kind} ${key}`,
      message: `It went wrong ${attempts} times in a row, and is tried again: ${shorten(
        lastError,
      )}`,
      remedy: {
        text: 'See the log of the backend for the whole error. It is tried again by itself, at the latest every few minutes.',
      },
    }),
  );
  if (overdueMs >= SLOW_MS) {
    results.unshift({
      status: overdueMs < STUCK_MS ? 'warning' : 'error',
      message: `Work has been due for ${Math.round(
        overdueMs / 1_000,
      )} s and nobody takes it up (${counted(entries, 'entry', 'entries')}).`,
      remedy: configRemedy(
        'Look for a replica that hangs; where all are busy, have each work on more at once, or add replicas.',
        { promises: { engine: { concurrency: concurrency * 2 } } },
      ),
    });
  }
  return results.length > 0
    ? results
    : [
        {
          status: 'ok',
          message: `Work is taken up as it comes (${counted(
            entries,
            'entry',
            'entries',
          )}).`,
        },
      ];
}

function shorten(text: string): string {
  const line = text.split('\n')[0];
  return line.length > LONGEST_ERROR
    ? `${line.slice(0, LONGEST_ERROR)}…`
    : line;
}

export const workQueueCheck: Check = {
  id: 'work-queue',
  area: 'backend',
  title: 'Queue of work',
  run: async ({ knex, config }) =>
    judgeQueue(await readQueueHealth(knex), config.engine.concurrency),
};
