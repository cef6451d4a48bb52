import { InputError } from '@backstage/errors';
import { DecimalNumber } from '../values/DecimalNumber';

type Reviver = (
  key: string,
  value: unknown,
  context?: { readonly source?: string },
) => unknown;

const parse = JSON.parse as (text: string, reviver: Reviver) => unknown;
const INTEGER = /^-?[0-9]+$/;
const LIMIT = 2n ** 63n;

function readNumber(value: number, source: string): unknown {
  if (!Number.isFinite(value))
    throw new InputError(`The number ${source} is too large`);
  if (!INTEGER.test(source))
    return Number.isInteger(value) ? new DecimalNumber(value) : value;
  if (Number.isSafeInteger(value)) return value;
  const exact = BigInt(source);
  return exact >= -LIMIT && exact < LIMIT ? exact : new DecimalNumber(value);
}

/**
 * Parses JSON without losing what the API server sees and JSON.parse does not: integers beyond 2^53 become bigints,
 * whole numbers that are written with a fraction or an exponent are kept apart from integers.
 *
 * Where the platform does not tell the source of a number, the result is that of JSON.parse.
 *
 * @throws InputError for text that is no JSON, and numbers beyond a double
 */
export function parseJsonText(text: string): unknown {
  try {
    return parse(text, (_key, value, context) =>
      typeof value === 'number' && context?.source !== undefined
        ? readNumber(value, context.source)
        : value,
    );
  } catch (error) {
    if (error instanceof SyntaxError)
      throw new InputError(`Not JSON: ${error.message}`, error);
    throw error;
  }
}
