import type { Run } from '@promissory/plugin-promises-common';
import type { Action } from './actions';
import type { RunFacts, WorkFacts } from './types';

/** A run that has started and not ended. */
export interface DecideActiveRunOptions {
  readonly run: RunFacts;
  /** the spec, the revision or a person asks to start over */
  readonly startOver: boolean;
  readonly pipelineNames: readonly string[];
  readonly works: readonly WorkFacts[];
}

/**
 * The next action of an active run. Plans are made between pipelines, never beside one: a change waits for the pipeline
 * in flight and then starts from the first.
 */
export function decideActiveRun(options: DecideActiveRunOptions): Action {
  const { run, startOver, pipelineNames, works } = options;
  if (startOver) {
    return {
      kind: 'endRun',
      runId: run.id,
      state: 'Superseded',
      message: 'Something newer was asked for; the workflow starts over',
    };
  }
  if (run.pipelineIndex < run.pipelineCount) {
    return {
      kind: 'runPipeline',
      runId: run.id,
      pipelineIndex: run.pipelineIndex,
    };
  }
  const leftover = works.filter(
    ({ type, pipeline }) =>
      type !== 'static-dependency' && !pipelineNames.includes(pipeline),
  );
  return {
    kind: 'finishRun',
    runId: run.id,
    removeWorkIds: run.workflow === 'configure' ? leftover.map(w => w.id) : [],
  };
}

/** Triggers that run a suspended workflow from its start; `resume` runs the suspended pipeline only. */
export function asksToStartOver(wanted: Run['trigger'] | undefined): boolean {
  return wanted !== undefined && wanted !== 'resume';
}
