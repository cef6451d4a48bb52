import { DecimalNumber } from '../values/DecimalNumber';
import { parseJsonText } from './parseJsonText';

describe('parseJsonText', () => {
  it.each([
    ['{"a":[1,1.5,"x",null]}', { a: [1, 1.5, 'x', null] }],
    ['9007199254740993', 9007199254740993n],
    ['1.0', new DecimalNumber(1)],
    ['1e3', new DecimalNumber(1000)],
    ['99999999999999999999', new DecimalNumber(1e20)],
  ])('reads %s', (text, expected) => {
    expect(parseJsonText(text)).toEqual(expected);
  });

  it.each([
    ['1e400', 'too large'],
    ['{"a":01}', 'Not JSON'],
  ])('refuses %s', (text, problem) => {
    expect(() => parseJsonText(text)).toThrow(problem);
  });
});
