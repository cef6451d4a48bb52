import { stateTitle } from './stateTitle';

const state = {
  name: 'Running' as const,
  reason: '',
  message: '',
  since: '2026-01-01T00:00:00Z',
};

describe('stateTitle', () => {
  it.each([
    [
      { pipelineIndex: 2, pipelineCount: 3, pipeline: 'instance-configure' },
      'Running pipeline 2 of 3: instance-configure',
    ],
    [
      { pipelineIndex: 1, pipelineCount: 1, pipeline: 'render' },
      'Running its pipeline: render',
    ],
    [{}, 'Running its pipelines'],
    [{ name: 'Failed' as const }, 'Failed'],
  ])('says %j as "%s"', (more, title) => {
    expect(stateTitle({ ...state, ...more })).toBe(title);
  });
});
