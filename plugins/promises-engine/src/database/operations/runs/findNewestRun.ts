import type { WorkflowAction } from '@promissory/plugin-promises-common';
import type { Knex } from 'knex';
import type { RunFacts } from '../../../plan/snapshot';
import type { RunRow } from '../../rows/rows';
import { readRunFacts } from './readRunFacts';

/** Whose run. */
export type RunOwner =
  | { readonly requestUid: string }
  | { readonly promiseId: string };

/** The newest run of one workflow; ids rise with time. */
export async function findNewestRun(
  knex: Knex,
  owner: RunOwner,
  workflow: WorkflowAction,
): Promise<RunFacts | undefined> {
  const query = knex<RunRow>('runs').where({ workflow });
  const row = await ('requestUid' in owner
    ? query.where({ request_uid: owner.requestUid })
    : query.where({ promise_id: owner.promiseId }).whereNull('request_uid')
  )
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .first();
  return row && readRunFacts(row);
}
