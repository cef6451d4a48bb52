import type { Knex } from 'knex';
import type { WorkContext } from '../../queue';
import { recordGone } from '../batch/recordGone';
import { readMovedDestinations } from '../destination/readMovedDestinations';
import type { StateStoreKey, Verdict } from '../store/types';
import { partitionDue } from './partitionDue';
import { readDuePlacements } from './readDuePlacements';
import { recordProblems } from './recordProblems';

/** Placements that are told in one transaction why they wait. */
const WAITING_PLACEMENTS = 1_000;

/**
 * Tells placements why they wait, and lets those go whose Destination is gone. Answers the verdicts with those of
 * Destinations that have something left here and are in another store now.
 */
export async function turnAway(
  knex: Knex,
  options: {
    readonly context: WorkContext;
    readonly store: StateStoreKey;
    /** By the Destination's name. */
    readonly verdicts: ReadonlyMap<string, Verdict>;
    readonly at: Date;
  },
): Promise<ReadonlyMap<string, Verdict>> {
  const { context, store, verdicts, at } = options;
  const ready = [...verdicts].flatMap(([name, verdict]) =>
    verdict.ready ? [name] : [],
  );
  const due = await readDuePlacements(knex, {
    store,
    at,
    limit: WAITING_PLACEMENTS,
    evenIfWaiting: true,
    otherDestinations: ready,
  });
  const moved = await readMovedDestinations(
    knex,
    store,
    due.map(({ row }) => row.destination).filter(name => !verdicts.has(name)),
  );
  const known = new Map([...verdicts, ...moved]);
  const { waiting, orphaned } = partitionDue(due, known);
  await recordProblems(knex, {
    context,
    problems: waiting,
    outcome: 'wait',
    at,
  });
  await recordGone(knex, { context, placements: orphaned, at });
  return known;
}
