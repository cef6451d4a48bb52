import fc from 'fast-check';
import { backoffMs } from './backoffMs';

describe('backoffMs', () => {
  it.each([
    [1, 0, 250],
    [1, 1, 500],
    [2, 1, 1_000],
    [5, 1, 8_000],
    [9, 1, 60_000],
    [1_000, 0, 30_000],
  ])(
    'waits after %i failures with random %d for %i ms',
    (failures, random, ms) => {
      expect(backoffMs({ failures, random })).toBe(ms);
    },
  );

  it('stays within its bounds', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 100_000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (failures, random) => {
          const ms = backoffMs({ failures, random });
          expect(ms).toBeGreaterThanOrEqual(250);
          expect(ms).toBeLessThanOrEqual(60_000);
        },
      ),
    );
  });
});
