import type { Knex } from 'knex';
import { removeTombstones } from '../database/operations/requests/removeTombstones';
import { pruneGenerations } from '../database/operations/requests/pruneGenerations';
import { pruneLogs } from '../database/operations/steps/pruneLogs';
import { pruneRuns } from '../database/operations/runs/pruneRuns';
import { listUnsettledWork } from '../database/operations/requests/listUnsettledWork';
import { pruneEvents } from '../events';
import { enqueueWork } from '../queue';
import type { WorkHandler } from '../queue/types';

/** Events that are removed in one statement. */
const PRUNED = 1_000;

/** What a sweep is made with. */
export interface SweepOptions {
  readonly knex: Knex;
  readonly intervalMs: number;
  readonly eventRetentionMs: number;
  readonly runRetentionMs: number;
  readonly logRetentionMs: number;
  readonly generationsKept: number;
  /** Has all state stores looked at. */
  readonly sweepDelivery: () => Promise<void>;
  readonly now: () => Date;
}

/**
 * Handles queue kind `sweep`: whatever signal was lost, what is not settled is looked at again; what has outlived its
 * time goes.
 */
export function sweepHandler(options: SweepOptions): WorkHandler {
  const { knex, intervalMs, eventRetentionMs, now } = options;
  return async ({ signal }) => {
    for (const work of await listUnsettledWork(knex)) {
      signal.throwIfAborted();
      await enqueueWork(knex, work);
    }
    await options.sweepDelivery();
    await removeTombstones(knex, now());
    const untilNoneIsLeft = async (prune: () => Promise<number>) => {
      while ((await prune()) > 0) signal.throwIfAborted();
    };
    const ago = (ms: number) => new Date(now().getTime() - ms);
    await untilNoneIsLeft(() =>
      pruneRuns(knex, { before: ago(options.runRetentionMs) }),
    );
    await untilNoneIsLeft(() =>
      pruneLogs(knex, { before: ago(options.logRetentionMs) }),
    );
    await pruneGenerations(knex, { keep: options.generationsKept });
    await untilNoneIsLeft(() =>
      pruneEvents(knex, { before: ago(eventRetentionMs), limit: PRUNED }),
    );
    return { runAt: new Date(now().getTime() + intervalMs) };
  };
}
