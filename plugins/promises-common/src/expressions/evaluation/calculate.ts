import { CelDuration } from '../values/CelDuration';
import { CelTimestamp } from '../values/CelTimestamp';
import { CelUint } from '../values/CelUint';
import { typeNameOf } from '../values/typeNameOf';
import type { Budget } from './Budget';
import { checkInt } from './checkInt';
import { checkUint } from './checkUint';
import { concatenate } from './concatenate';
import { Fault } from './Fault';

/** Operators that calculate. */
export type ArithmeticOperator = '+' | '-' | '*' | '/' | '%';

function calculateIntegers(
  symbol: ArithmeticOperator,
  left: bigint,
  right: bigint,
): bigint {
  switch (symbol) {
    case '+':
      return left + right;
    case '-':
      return left - right;
    case '*':
      return left * right;
    default:
      if (right === 0n)
        throw new Fault(
          symbol === '/' ? 'division by zero' : 'modulus by zero',
        );
      return symbol === '/' ? left / right : left % right;
  }
}

function calculateDoubles(
  symbol: ArithmeticOperator,
  left: number,
  right: number,
): number | undefined {
  switch (symbol) {
    case '+':
      return left + right;
    case '-':
      return left - right;
    case '*':
      return left * right;
    case '/':
      return left / right;
    default:
      return undefined;
  }
}

function calculateMoments(
  symbol: ArithmeticOperator,
  left: CelTimestamp | CelDuration,
  right: CelTimestamp | CelDuration,
): CelTimestamp | CelDuration | undefined {
  const moments = [left, right].filter(side => side instanceof CelTimestamp);
  if (symbol === '+' && moments.length < 2) {
    const sum = checkInt(left.nanoseconds + right.nanoseconds);
    return moments.length ? new CelTimestamp(sum) : new CelDuration(sum);
  }
  if (symbol !== '-' || (moments.length === 1 && moments[0] === right))
    return undefined;
  const difference = checkInt(left.nanoseconds - right.nanoseconds);
  return moments.length === 1
    ? new CelTimestamp(difference)
    : new CelDuration(difference);
}

const isMoment = (value: unknown): value is CelTimestamp | CelDuration =>
  value instanceof CelTimestamp || value instanceof CelDuration;

/** `+`, `-`, `*`, `/` and `%` for two values of one type, and for moments with durations. */
export function calculate(
  symbol: ArithmeticOperator,
  left: unknown,
  right: unknown,
  budget: Budget,
): unknown {
  if (typeof left === 'bigint' && typeof right === 'bigint')
    return checkInt(calculateIntegers(symbol, left, right));
  let result: unknown;
  if (typeof left === 'number' && typeof right === 'number')
    result = calculateDoubles(symbol, left, right);
  else if (left instanceof CelUint && right instanceof CelUint)
    result = new CelUint(
      checkUint(calculateIntegers(symbol, left.value, right.value)),
    );
  else if (isMoment(left) && isMoment(right))
    result = calculateMoments(symbol, left, right);
  else if (symbol === '+') result = concatenate(left, right, budget);
  if (result !== undefined) return result;
  const hint =
    symbol === '+' && [left, right].some(side => typeof side === 'string')
      ? '; string(…) makes a text of a number'
      : '';
  throw new Fault(
    `${symbol} does not take ${typeNameOf(left)} and ${typeNameOf(
      right,
    )}${hint}`,
  );
}
