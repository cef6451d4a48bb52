import { gatherTime } from './gatherTime';

describe('gatherTime', () => {
  const now = new Date('2026-11-24T10:00:00.000Z');
  const ago = (ms: number, placements: number) => ({
    placements,
    at: new Date(now.getTime() - ms),
  });

  it.each([
    ['alone in a quiet store', { due: 1 }, 0],
    ['more than one in a quiet store', { due: 2 }, 15],
    ['after a commit with one', { due: 1, last: ago(10, 1) }, 0],
    ['after a commit with some', { due: 1, last: ago(10, 5) }, 200],
    ['after a large commit', { due: 3, last: ago(10, 80) }, 1_000],
    ['long after a large commit', { due: 1, last: ago(2_001, 80) }, 0],
    ['enough for a commit', { due: 100, last: ago(10, 80) }, 0],
  ])('%s', (_, given, expected) => {
    expect(
      gatherTime({
        last: undefined,
        limit: 100,
        now,
        shortestMs: 15,
        ...given,
      }),
    ).toBe(expected);
  });
});
