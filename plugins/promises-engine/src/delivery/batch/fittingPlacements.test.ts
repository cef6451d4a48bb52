import fc from 'fast-check';
import type { DuePlacement } from '../placement/types';
import { fittingPlacements } from './fittingPlacements';

const placements = (files: readonly (readonly string[])[]) =>
  files.map(
    sha256s =>
      ({
        desired: sha256s.map(sha256 => ({ filepath: 'a', sha256 })),
      } as unknown as DuePlacement),
  );
const sizes = new Map([
  ['small', 10],
  ['large', 90],
]);

describe('fittingPlacements', () => {
  it.each<[string[][], number]>([
    [[], 0],
    [[['small'], ['small'], []], 3],
    [[['small'], ['large'], ['small']], 2],
    [[['large', 'large'], ['small']], 1],
    [[['small'], ['large', 'large']], 1],
    [[['unknown'], ['large']], 2],
  ])('takes of %j the first %i into 100 bytes', (files, count) => {
    const given = placements(files);
    expect(
      fittingPlacements({ placements: given, sizes, maxBytes: 100 }),
    ).toEqual(given.slice(0, count));
  });

  it('always gets on', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.constantFrom('small', 'large')), { minLength: 1 }),
        fc.nat(200),
        (files, maxBytes) => {
          const taken = fittingPlacements({
            placements: placements(files),
            sizes,
            maxBytes,
          });
          expect(taken.length).toBeGreaterThan(0);
        },
      ),
    );
  });
});
