import { ageOf } from './ageOf';

describe('ageOf', () => {
  const now = new Date('2026-11-24T10:00:00.000Z');

  it.each([
    ['2026-11-24T10:00:01.000Z', '0s'],
    ['2026-11-24T09:58:15.000Z', '105s'],
    ['2026-11-24T09:58:00.000Z', '2m'],
    ['2026-11-24T08:01:00.000Z', '119m'],
    ['2026-11-23T08:00:00.000Z', '26h'],
    ['2026-11-21T10:00:00.000Z', '3d'],
  ])('%s: %s', (time, expected) => {
    expect(ageOf(time, now)).toBe(expected);
  });
});
