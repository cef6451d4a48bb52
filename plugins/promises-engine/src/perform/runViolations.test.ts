import type { PolicyViolation } from '@promissory/plugin-promises-common';
import type { RunFacts } from '../plan/snapshot';
import { runViolations } from './runViolations';

const violation = (rule: string, message = 'm'): PolicyViolation => ({
  rule,
  severity: 'warning',
  message,
});

const after = (
  pipelineIndex: number,
  before: RunFacts['violations'],
  found?: readonly PolicyViolation[],
) => {
  const text = runViolations(
    { pipelineIndex, violations: before } as RunFacts,
    found,
  );
  return text === null ? null : (JSON.parse(text) as PolicyViolation[][]);
};

describe('runViolations', () => {
  const [a, b, c] = ['a', 'b', 'c'].map(rule => violation(rule));

  it.each([
    ['nothing was found', after(0, undefined), null],
    ['nothing was ever found', after(1, [[]], []), null],
    ['the first pipeline found some', after(0, undefined, [a]), [[a]]],
    ['the second found more', after(1, [[a]], [b]), [[a], [b]]],
    ['only the third found some', after(2, undefined, [c]), [[], [], [c]]],
    ['a pipeline ran again', after(1, [[a], [b]], [c]), [[a], [c]]],
    ['a pipeline is mended', after(1, [[a], [b]]), [[a], []]],
    ['the run starts over', after(0, [[a], [b]]), null],
  ])('where %s', (_, kept, expected) => {
    expect(kept).toEqual(expected);
  });

  it('keeps what fits, and nothing that a database refuses', () => {
    const many = Array.from({ length: 60 }, () => violation('a', 'x\0y'));
    const kept = after(0, undefined, many);
    expect(kept?.[0]).toHaveLength(50);
    expect(kept?.[0][0].message).toBe('x\uFFFDy');
  });
});
