import fc from 'fast-check';
import { parseNumber } from './parseNumber';

describe('parseNumber', () => {
  it.each([
    ['0', true, 0],
    ['-5', true, -5],
    ['+5', true, 5],
    ['1e3', true, 1000],
    [' 7 ', true, 7],
    ['1.50', false, 1.5],
    ['.5', false, 0.5],
    ['2.', false, 2],
  ])('reads %j', (text, isInteger, value) => {
    expect(parseNumber(text, isInteger)).toEqual({ value });
  });

  it.each([
    ['-', true],
    ['1e', true],
    ['1e', false],
    ['0x10', true],
    ['1,5', false],
    ['12x', true],
    ['Infinity', false],
    ['1e999', false],
    ['1.5', true],
    ['9007199254740993', true],
  ])('does not take %j', (text, isInteger) => {
    expect(parseNumber(text, isInteger)).toHaveProperty('message');
  });

  it('reads every number that it may be shown', () => {
    fc.assert(
      fc.property(
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        number => {
          expect(parseNumber(String(number), false)).toEqual({
            value: Number(String(number)),
          });
        },
      ),
    );
  });
});
