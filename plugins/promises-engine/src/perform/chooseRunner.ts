import type { Pipeline } from '@promissory/plugin-promises-common';
import type { PipelineRunner } from '@promissory/plugin-promises-node';

/** The runner of a pipeline, or why there is none and what to add. */
export type RunnerChoice =
  | { readonly runner: PipelineRunner }
  | { readonly reason: string; readonly remedy: string };

/** The first runner, in order of preference, that can run a pipeline. */
export function chooseRunner(
  runners: readonly PipelineRunner[],
  pipeline: Pipeline,
): RunnerChoice {
  const refusals: Array<{ reason: string; remedy: string }> = [];
  for (const runner of runners) {
    const verdict = runner.verdict(pipeline);
    if (verdict.canRun) return { runner };
    refusals.push(verdict);
  }
  return (
    refusals.at(-1) ?? {
      reason: 'No runner is installed',
      remedy:
        'Install a module that brings a runner, for example @promissory/plugin-promises-backend-module-containers',
    }
  );
}
