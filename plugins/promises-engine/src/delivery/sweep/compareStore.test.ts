import { compareStore } from './compareStore';

const compare = (entries: Record<string, string>) =>
  compareStore({
    entries: Object.entries(entries).map(([path, blob]) => ({ path, blob })),
    expected: [
      {
        id: 'p',
        path: 'dev/resources/a',
        files: new Map([
          ['x', '1'],
          ['d/y', '2'],
        ]),
      },
    ],
    pendingPaths: new Set(['dev/resources/pending']),
    roots: ['dev'],
    ownFiles: new Set(['dev/.promissory-claim']),
  });
const whole = { 'dev/resources/a/x': '1', 'dev/resources/a/d/y': '2' };

describe('compareStore', () => {
  it.each([
    ['is as it should be', whole, false],
    ['lacks a file', { 'dev/resources/a/x': '1' }, true],
    ['has a changed file', { ...whole, 'dev/resources/a/x': '3' }, true],
    ['has a file too much', { ...whole, 'dev/resources/a/d/z': '3' }, true],
    ['is gone', {}, true],
  ])('sees that a placement %s', (_, entries, damaged) => {
    expect(compare(entries).damaged).toEqual(damaged ? ['p'] : []);
  });

  it('lists files of others below Destinations only', () => {
    expect(
      compare({
        ...whole,
        'README.md': '1',
        'dev/README.md': '1',
        'dev/.promissory-claim': '1',
        'dev/resources/pending/x': '1',
        'devil/x': '1',
      }),
    ).toEqual({ damaged: [], foreign: ['dev/README.md'] });
  });
});
