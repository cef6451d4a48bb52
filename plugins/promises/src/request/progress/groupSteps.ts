import type { Step } from '@promissory/plugin-promises-common';

/** The containers of one pipeline of a run, in their order. */
export interface PipelineSteps {
  readonly pipeline: string;
  readonly steps: readonly Step[];
}

/** Pipelines in the order in which they run. */
export function groupSteps(steps: readonly Step[]): PipelineSteps[] {
  const ordered = [...steps].sort(
    (a, b) =>
      a.pipelineIndex - b.pipelineIndex || a.containerIndex - b.containerIndex,
  );
  const groups = new Map<number, Step[]>();
  for (const step of ordered) {
    groups.set(step.pipelineIndex, [
      ...(groups.get(step.pipelineIndex) ?? []),
      step,
    ]);
  }
  return [...groups.values()].map(group => ({
    pipeline: group[0].pipeline,
    steps: group,
  }));
}
