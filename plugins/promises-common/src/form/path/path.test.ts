import fc from 'fast-check';
import { getAt, removeAt, setAt } from '.';

const path = fc.array(
  fc.oneof(
    fc.constantFrom('a', 'b', '__proto__', 'constructor'),
    fc.nat({ max: 3 }),
  ),
  { minLength: 1, maxLength: 4 },
);

describe('paths', () => {
  it.each([
    [{ a: [{ b: 1 }] }, ['a', 0, 'b'], 1],
    [{ a: null }, ['a', 'b'], undefined],
    [{}, ['toString'], undefined],
    [{ a: 1 }, [], { a: 1 }],
  ])('reads %j at %j', (value, at, expected) => {
    expect(getAt(value, at)).toEqual(expected);
  });

  it('gives back what was set, and leaves the original alone', () => {
    fc.assert(
      fc.property(fc.jsonValue(), path, fc.jsonValue(), (value, at, next) => {
        const before = JSON.stringify(value);
        expect(getAt(setAt(value, at, next), at)).toEqual(next);
        expect(JSON.stringify(value)).toBe(before);
      }),
    );
  });

  it('finds nothing where a property was removed', () => {
    fc.assert(
      fc.property(fc.jsonValue(), path, fc.jsonValue(), (value, at, next) => {
        const at0 = [...at, 'last'];
        const removed = removeAt(setAt(value, at0, next), at0);
        expect(getAt(removed, at0)).toBeUndefined();
        expect(getAt(removed, at)).toBeDefined();
      }),
    );
  });

  it('moves items up', () => {
    expect(removeAt({ a: [1, 2, 3] }, ['a', 1])).toEqual({ a: [1, 3] });
  });

  it('shares what is not on the way', () => {
    const value = { a: { deep: {} }, b: 1 };
    const next = setAt(value, ['b'], 2) as typeof value;
    expect(next.a).toBe(value.a);
  });
});
