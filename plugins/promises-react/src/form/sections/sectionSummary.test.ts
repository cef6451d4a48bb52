import { sectionSummary } from './sectionSummary';

describe('sectionSummary', () => {
  it.each([
    [{ size: 'small', replicas: 3 }, 'size small, replicas 3'],
    [{}, 'Nothing set'],
    [undefined, 'Nothing set'],
    [['a', 'b'], 'a, b'],
    [{ hosts: ['a'], net: { mode: 'x' } }, 'hosts 1 entry, net {mode}'],
    [{ a: 1, b: 2, c: 3, d: 4, e: 5 }, 'a 1, b 2, c 3, d 4 and 1 more'],
  ])('%j', (value, text) => {
    expect(sectionSummary(value)).toBe(text);
  });
});
