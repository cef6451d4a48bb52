import type { Knex } from 'knex';
import { databaseClock } from '../database/time/databaseClock';
import { leaseOf } from './leaseOf';
import type { ClaimedWork } from './types';

/** Extends a lease from now; false when another has taken the work over. */
export async function renewWork(
  knex: Knex,
  options: {
    readonly work: ClaimedWork;
    readonly owner: string;
    readonly leaseMs: number;
    readonly now?: Date;
  },
): Promise<boolean> {
  const updated = await leaseOf(knex, options).update({
    lease_until: databaseClock(knex, options.now).at(options.leaseMs),
  });
  return updated > 0;
}
