import type { StepLog } from '@promissory/plugin-promises-common';
import type { Knex } from 'knex';
import type { StepLogRow } from '../../database/rows/rows';

const ENDED = ['Succeeded', 'Failed', 'Skipped'];

/** Which lines of which step. */
export interface ReadStepLogOptions {
  readonly requestUid: string;
  readonly runId: string;
  readonly stepId: string;
  /** The highest sequence already held. */
  readonly after?: number;
  /** 1,000 unless given. */
  readonly limit?: number;
}

/** Lines of a step in order; undefined where the request has no such run or step. */
export async function readStepLog(
  knex: Knex,
  options: ReadStepLogOptions,
): Promise<StepLog | undefined> {
  const { requestUid, runId, stepId, after, limit = 1_000 } = options;
  // The state first: lines that follow it would make an early "complete" a lie.
  const step = await knex('steps')
    .innerJoin('runs', 'runs.id', 'steps.run_id')
    .where({
      'steps.id': stepId,
      'runs.id': runId,
      'runs.request_uid': requestUid,
    })
    .first<{ state: string } | undefined>('steps.state');
  if (!step) {
    return undefined;
  }
  const query = knex<StepLogRow>('step_logs')
    .where({ step_id: stepId })
    .orderBy('sequence')
    .limit(limit + 1);
  if (after !== undefined) {
    query.where('sequence', '>', after);
  }
  const rows = await query;
  return {
    complete: ENDED.includes(step.state) && rows.length <= limit,
    lines: rows.slice(0, limit).map(row => ({
      sequence: row.sequence,
      stream: row.stream as StepLog['lines'][number]['stream'],
      at: row.at,
      text: row.text,
    })),
  };
}
