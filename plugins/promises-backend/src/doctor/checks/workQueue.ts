import type { DoctorResult } from '@promissory/plugin-promises-common';
import {
  readQueueHealth,
  type EngineHealth,
  type FailingWork,
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
  const results: DoctorResult[] = [
    ...queue.setAside.map(judgeSetAside),
    ...countMore(queue),
    ...failing.map(
      (work): DoctorResult => ({
        status: 'warning',
        subject: subjectOf(work),
        message: `It went wrong ${
          work.attempts
        } times in a row, and is tried again: ${shorten(work.lastError)}`,
        remedy: {
          text: 'See the log of the backend for the whole error. It is tried again by itself, at the latest every few minutes.',
        },
      }),
    ),
  ];
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

/** Loops that hang are begun anew by themselves: one that does not run has been so for a while. */
export function judgeLoops({ loops }: EngineHealth): DoctorResult[] {
  return loops.flatMap(({ name, running, restarts }): DoctorResult[] => {
    const subject = `Loop ${name}`;
    if (!running) {
      return [
        {
          status: 'error',
          subject,
          message:
            'It does not run in this replica, so nothing is taken up here.',
          remedy: {
            text: 'Restart this replica; have a probe of liveness ask /api/promises/v1/health, which does that by itself.',
          },
        },
      ];
    }
    return restarts === 0
      ? []
      : [
          {
            status: 'warning',
            subject,
            message: `It hung and was begun anew ${counted(
              restarts,
              'time',
              'times',
            )} since this replica was started.`,
            remedy: {
              text: 'Look for what kept it waiting: most often a connection to the database that neither answers nor ends.',
            },
          },
        ];
  });
}

function judgeSetAside(work: FailingWork): DoctorResult {
  const isRequest = work.kind === 'request';
  return {
    status: 'error',
    subject: subjectOf(work),
    message: `It is set aside, because it went wrong ${counted(
      work.attempts,
      'time',
      'times',
    )} in a row${work.since ? ` since ${work.since}` : ''}: ${shorten(
      work.lastError,
    )}`,
    remedy: {
      text: isRequest
        ? 'Mend the cause, which the log of the backend has in full, and press Retry on the page of the request.'
        : 'Mend the cause, which the log of the backend has in full. It is tried once an hour, and at once when its entity in the catalog changes.',
    },
  };
}

function countMore({ setAside, setAsideCount }: QueueHealth): DoctorResult[] {
  const more = setAsideCount - setAside.length;
  return more > 0
    ? [
        {
          status: 'error',
          message: `${counted(more, 'entry', 'entries')} more are set aside.`,
        },
      ]
    : [];
}

function subjectOf({ kind, key, name }: FailingWork): string {
  return `${kind} ${name ?? key}`;
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
  run: async ({ knex, config, engine }) => [
    ...judgeLoops(engine.health),
    ...judgeQueue(await readQueueHealth(knex), config.engine.concurrency),
  ],
};
