import type { RunFacts } from '../../../plan/snapshot';
import { violationsColumn } from '../../json';
import type { RunRow } from '../../rows/rows';

/** The row of a run as plans read it. */
export function readRunFacts(row: RunRow): RunFacts {
  return {
    id: row.id,
    generation: row.generation,
    revisionId: row.promise_revision_id,
    type: row.type as RunFacts['type'],
    workflow: row.workflow as RunFacts['workflow'],
    trigger: row.trigger as RunFacts['trigger'],
    state: row.state as RunFacts['state'],
    pipelineIndex: row.pipeline_index,
    pipelineCount: row.pipeline_count,
    attempt: row.attempt,
    hash: row.hash,
    reason: row.reason ?? undefined,
    message: row.message ?? undefined,
    violations: row.violations
      ? violationsColumn.parse(row.violations)
      : undefined,
    nextTryAt: row.next_try_at ?? undefined,
    startedAt: row.started_at ?? undefined,
    finishedAt: row.finished_at ?? undefined,
  };
}
