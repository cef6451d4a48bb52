import type { Knex } from 'knex';
import { ulid } from 'ulid';
import type { WorkFacts } from '../../../scheduling/types';
import type { WorkRow, WorkWorkloadRow } from '../../rows/rows';
import type { RunOwner } from '../runs/findNewestRuns';

/** SQLite takes 500 rows in a statement. */
const CHUNK = 500;

/** What a pipeline wants written. */
export interface UpsertWorkOptions extends Omit<WorkFacts, 'id'> {
  readonly owner: RunOwner;
  readonly promiseId: string;
  readonly runId?: string;
  readonly at: string;
}

/** Writes the one Work of a pipeline, and refers to its workloads so that they stay. */
export async function upsertWork(
  transaction: Knex.Transaction,
  options: UpsertWorkOptions,
): Promise<void> {
  const { owner, promiseId, type, pipeline } = options;
  const present = transaction<WorkRow>('works').where({ type, pipeline });
  const row = await ('requestUid' in owner
    ? present.where({ request_uid: owner.requestUid })
    : present.where({ promise_id: promiseId }).whereNull('request_uid')
  ).first('id');
  const change = {
    run_id: options.runId ?? null,
    generation: options.generation,
    groups: JSON.stringify(options.groups),
    updated_at: options.at,
  };
  const id = row?.id ?? ulid();
  if (row) {
    await transaction<WorkRow>('works').where({ id }).update(change);
  } else {
    await transaction<WorkRow>('works').insert({
      ...change,
      id,
      name: options.name,
      promise_id: promiseId,
      request_uid: 'requestUid' in owner ? owner.requestUid : null,
      type,
      pipeline,
      created_at: options.at,
    });
  }
  const references = new Set(
    options.groups.flatMap(group => group.workloads.map(w => w.sha256)),
  );
  const rows = [...references].map(sha256 => ({ work_id: id, sha256 }));
  for (let start = 0; start < rows.length; start += CHUNK) {
    await transaction<WorkWorkloadRow>('work_workloads')
      .insert(rows.slice(start, start + CHUNK))
      .onConflict(['work_id', 'sha256'])
      .ignore();
  }
}
