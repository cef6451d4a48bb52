import type { Knex } from 'knex';
import type { RunFacts } from '../../../plan/snapshot';
import type { RunRow } from '../../rows/rows';
import { readRunFacts } from './readRunFacts';

/** Whose run. */
export type RunOwner =
  | { readonly requestUid: string }
  | { readonly promiseId: string };

/** The newest run of each workflow; ids rise with time. */
export async function findNewestRuns(
  knex: Knex,
  owner: RunOwner,
): Promise<{ readonly configure?: RunFacts; readonly delete?: RunFacts }> {
  const newest = knex<RunRow>('runs').max('id').groupBy('workflow');
  const rows = await knex<RunRow>('runs').whereIn(
    'id',
    'requestUid' in owner
      ? newest.where({ request_uid: owner.requestUid })
      : newest.where({ promise_id: owner.promiseId }).whereNull('request_uid'),
  );
  const runs = rows.map(readRunFacts);
  return {
    configure: runs.find(({ workflow }) => workflow === 'configure'),
    delete: runs.find(({ workflow }) => workflow === 'delete'),
  };
}
