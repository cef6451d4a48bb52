import type { Step } from '@promissory/plugin-promises-common';
import { groupSteps } from './groupSteps';

function step(id: string, pipelineIndex: number, containerIndex: number): Step {
  return {
    id,
    pipeline: `pipeline-${pipelineIndex}`,
    pipelineIndex,
    container: id,
    containerIndex,
    image: 'render:v1',
    runner: 'function',
    state: 'Pending',
  };
}

describe('groupSteps', () => {
  it('puts pipelines and their containers in order', () => {
    const groups = groupSteps([
      step('d', 1, 0),
      step('b', 0, 1),
      step('a', 0, 0),
      step('e', 1, 1),
    ]);
    expect(
      groups.map(group => [group.pipeline, group.steps.map(s => s.id)]),
    ).toEqual([
      ['pipeline-0', ['a', 'b']],
      ['pipeline-1', ['d', 'e']],
    ]);
  });
});
