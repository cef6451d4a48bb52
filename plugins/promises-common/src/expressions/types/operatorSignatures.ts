import { splitTypes } from '../functions/splitTypes';
import { parseStaticType } from './parseStaticType';
import type { StaticType } from './StaticType';

/** One form of a function or an operator. */
export interface Signature {
  readonly parameters: readonly StaticType[];
  readonly result: StaticType;
}

function signatures(...lines: readonly string[]): readonly Signature[] {
  return lines.map(line => {
    const [parameters, result] = line.split(': ');
    return {
      parameters: splitTypes(parameters).map(parseStaticType),
      result: parseStaticType(result),
    };
  });
}

const NUMBERS = ['int', 'uint', 'double'];

/** Numbers of all types are compared with each other; other values with their own. */
const comparisons = signatures(
  ...NUMBERS.flatMap(left => NUMBERS.map(right => `${left}, ${right}: bool`)),
  ...['bool', 'string', 'bytes', 'timestamp', 'duration'].map(
    type => `${type}, ${type}: bool`,
  ),
);
const equality = signatures('A, A: bool');
const calculations = NUMBERS.map(type => `${type}, ${type}: ${type}`);

/** The operators with two operands. */
export const operatorSignatures: ReadonlyMap<string, readonly Signature[]> =
  new Map([
    ['==', equality],
    ['!=', equality],
    ['<', comparisons],
    ['<=', comparisons],
    ['>', comparisons],
    ['>=', comparisons],
    ['in', signatures('A, list<A>: bool', 'A, map<A, B>: bool')],
    [
      '+',
      signatures(
        ...calculations,
        'string, string: string',
        'bytes, bytes: bytes',
        'list<A>, list<A>: list<A>',
        'timestamp, duration: timestamp',
        'duration, timestamp: timestamp',
        'duration, duration: duration',
      ),
    ],
    [
      '-',
      signatures(
        ...calculations,
        'timestamp, timestamp: duration',
        'timestamp, duration: timestamp',
        'duration, duration: duration',
      ),
    ],
    ['*', signatures(...calculations)],
    ['/', signatures(...calculations)],
    ['%', signatures('int, int: int', 'uint, uint: uint')],
  ]);
