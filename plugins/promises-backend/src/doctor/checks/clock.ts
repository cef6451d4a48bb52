import type { DoctorResult } from '@promissory/plugin-promises-common';
import { readDatabaseTime } from '@promissory/plugin-promises-engine';
import type { Check } from '../types';

/** More than a person would notice on a page that says when something was. */
const NOTABLE_MS = 2_000;
/** Tokens and certificates begin to fail, and what happened seems to be yet to come. */
const BAD_MS = 60_000;

/** How the clocks stand to each other. */
export interface ClockFacts {
  /** How far this process is ahead of the database, milliseconds. */
  readonly aheadMs: number;
  /** How long the question took: the answer is no more exact. */
  readonly roundTripMs: number;
}

export function judgeClock(facts: ClockFacts): DoctorResult[] {
  const { aheadMs, roundTripMs } = facts;
  const sure = Math.max(0, Math.abs(aheadMs) - roundTripMs);
  if (sure < NOTABLE_MS) {
    return [
      {
        status: 'ok',
        message: `The clocks of this process and of the database differ by less than ${
          NOTABLE_MS / 1_000
        } s.`,
      },
    ];
  }
  return [
    {
      status: sure < BAD_MS ? 'warning' : 'error',
      message: `The clock of this process is ${Math.round(sure / 1_000)} s ${
        aheadMs > 0 ? 'ahead of' : 'behind'
      } that of the database: times on pages and in the log of events are wrong, and tokens may be refused.`,
      remedy: {
        text: 'Have both machines keep time by NTP.',
        language: 'shell',
        snippet: 'timedatectl set-ntp true\n',
      },
    },
  ];
}

export const clockCheck: Check = {
  id: 'clock',
  area: 'backend',
  title: 'Clock',
  async run({ knex, now }) {
    const before = now().getTime();
    const database = await readDatabaseTime(knex);
    const after = now().getTime();
    return judgeClock({
      aheadMs: (before + after) / 2 - database,
      roundTripMs: after - before,
    });
  },
};
