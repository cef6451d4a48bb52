import {
  getPipelines,
  type PolicyViolation,
  type WorkflowAction,
} from '@promissory/plugin-promises-common';
import type { RequestSnapshot, RunFacts, RunningStep } from '../plan/snapshot';

/** Where a run is; the index counts from 1. */
export interface PipelineDetail {
  readonly pipelineIndex?: number;
  readonly pipelineCount?: number;
  readonly pipeline?: string;
  readonly step?: string;
  /** ISO 8601 */
  readonly nextTryAt?: string;
  /** rules that the newest run found broken */
  readonly violations?: readonly PolicyViolation[];
}

/** Names the pipeline at which a run is, and its step. */
export function describePipeline(
  { revisions }: RequestSnapshot,
  run: RunFacts,
  workflow: WorkflowAction,
  step?: RunningStep,
): PipelineDetail {
  const definition = revisions.get(run.revisionId)?.definition;
  const pipelines = definition
    ? getPipelines(definition, 'resource', workflow)
    : [];
  const pipeline = pipelines[run.pipelineIndex]?.metadata.name;
  if (pipeline === undefined) return { pipelineCount: run.pipelineCount };
  return {
    pipelineIndex: run.pipelineIndex + 1,
    pipelineCount: run.pipelineCount,
    pipeline,
    ...(step?.pipelineIndex === run.pipelineIndex
      ? { step: step.container }
      : {}),
  };
}
