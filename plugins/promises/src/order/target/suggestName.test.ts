import fc from 'fast-check';
import { checkName } from './checkName';
import { suggestName } from './suggestName';

describe('suggestName', () => {
  it('begins with the name of the Promise', () => {
    expect(suggestName('postgresql', () => 0)).toBe('postgresql-bbbb');
  });

  it('is always a good name', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 90 }),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (promise, number) => {
          expect(checkName(suggestName(promise, () => number))).toBeUndefined();
        },
      ),
    );
  });
});
