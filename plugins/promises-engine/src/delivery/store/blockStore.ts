import type { Knex } from 'knex';
import type { StateStoreRow } from '../../database/rows/rows';
import type { WorkContext } from '../../queue';
import { recordGone } from '../batch/recordGone';
import { readDestinations } from '../destination/readDestinations';
import { recordDestinations } from '../destination/recordDestinations';
import { readDuePlacements } from '../placement/readDuePlacements';
import { recordProblems } from '../placement/recordProblems';
import { recordStateStore } from './recordStateStore';
import type { StateStoreKey, Verdict } from './types';

/** Placements that are told in one transaction what is wrong with their store. */
const BLOCKED_PLACEMENTS = 1_000;

/** A store that nothing can be written to. */
export interface BlockedStore {
  readonly context: WorkContext;
  readonly key: StateStoreKey;
  readonly row: StateStoreRow | undefined;
  readonly verdict: Verdict;
  readonly at: Date;
}

/** A store that must not be written to: everything that waits says why. */
export async function refuseStore(
  knex: Knex,
  { context, key, row, verdict, at }: BlockedStore,
): Promise<void> {
  if (row && verdict.reason === 'StateStoreNotSupported') {
    await recordStateStore(knex, { context, row, verdict, at, checked: true });
  }
  const due = await block(knex, { context, key, row, verdict, at });
  // In a store that never was there is nothing to remove.
  const gone = row ? [] : due.filter(placement => placement.row.removing);
  await recordGone(knex, { context, placements: gone, at });
  await recordProblems(knex, {
    context,
    problems: due
      .filter(placement => !gone.includes(placement))
      .map(placement => ({ id: placement.row.id, ...verdict })),
    outcome: 'wait',
    at,
  });
}

/** A store that could not be reached, or did not take what it was given. Answers when to try again what waits. */
export async function failStore(
  knex: Knex,
  { context, key, row, verdict, at }: BlockedStore & { row: StateStoreRow },
): Promise<Date | undefined> {
  await recordStateStore(knex, { context, row, verdict, at, checked: true });
  const due = await block(knex, {
    context,
    key,
    row,
    at,
    verdict: {
      ready: false,
      reason: 'StateStoreNotReady',
      message: `${key.kind}/${key.name}: not ready`,
    },
  });
  return recordProblems(knex, {
    context,
    problems: due.map(placement => ({
      id: placement.row.id,
      reason: 'WorkloadsFailedWrite',
      message: verdict.message,
    })),
    outcome: 'retry',
    at,
  });
}

/** No Destination of the store can be written to; answers what waits for it. */
async function block(
  knex: Knex,
  { context, key, verdict, at }: BlockedStore,
): ReturnType<typeof readDuePlacements> {
  const destinations = await readDestinations(knex, key, '');
  await recordDestinations(knex, {
    context,
    destinations: destinations.map(({ row }) => row),
    verdicts: new Map(destinations.map(({ row }) => [row.name, verdict])),
    at,
  });
  return readDuePlacements(knex, {
    store: key,
    at,
    limit: BLOCKED_PLACEMENTS,
    evenIfWaiting: true,
  });
}
