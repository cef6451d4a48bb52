import { withoutChance } from './withoutChance';

describe('withoutChance', () => {
  it.each([
    ['at: 2026-11-24T10:00:00.123Z', 'at: <time>'],
    ['at: "2026-11-24T10:00:00Z"', 'at: "<time>"'],
    ['uid: 01KAVSTX0V8Q3N4B5C6D7E8F9G', 'uid: <uid>'],
    ['uid: 7b6df538-c8a5-4dca-9b1d-a792f24e7baf', 'uid: <uid>'],
    ['  resourceVersion: "12"', '  resourceVersion: <version>'],
    ['version: v1.2.3', 'version: v1.2.3'],
    ['hash: 5058f', 'hash: 5058f'],
  ])('%s', (text, expected) => {
    expect(withoutChance(text)).toBe(expected);
  });
});
