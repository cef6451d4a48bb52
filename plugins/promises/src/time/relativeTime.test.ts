import { relativeTime } from './relativeTime';

describe('relativeTime', () => {
  const now = new Date('2026-01-01T12:00:00Z');
  it.each([
    ['2026-01-01T11:59:58Z', 'just now'],
    ['2026-01-01T11:59:30Z', '30 seconds ago'],
    ['2026-01-01T11:58:10Z', '1 minute ago'],
    ['2026-01-01T13:30:00Z', 'in 1 hour'],
    ['2025-12-31T11:00:00Z', 'yesterday'],
    ['2025-09-01T12:00:00Z', '4 months ago'],
    ['2023-09-01T12:00:00Z', '2 years ago'],
  ])('says %s as "%s"', (at, words) => {
    expect(relativeTime(new Date(at), now)).toBe(words);
  });
});
