import { deepEqual } from '../values/deepEqual';
import { kindOf } from '../values/kindOf';
import { toDouble } from '../values/toDouble';
import { toInt64 } from '../values/toInt64';

const REPLACEMENT = '\uFFFD';
const LARGEST_CODE_POINT = 0x10ffffn;

function toCharacter(value: unknown): string {
  const code = toInt64(value);
  const surrogate = code >= 0xd800n && code < 0xe000n;
  return code < 0n || code > LARGEST_CODE_POINT || surrogate
    ? REPLACEMENT
    : String.fromCodePoint(Number(code));
}

/**
 * Whether a value is the listed one. Kubernetes compares after Go's conversion to the type of the listed value: a
 * fraction is cut, a whole number becomes the character of that code. Null matches nothing.
 */
export function matchesListed(value: unknown, listed: unknown): boolean {
  const kind = kindOf(value);
  const target = kindOf(listed);
  if (kind === 'null' || !kind) return false;
  if (kind === target) return deepEqual(value, listed);
  if (kind === 'number' && target === 'integer')
    return toInt64(value) === toInt64(listed);
  if (kind === 'integer' && target === 'number')
    return toDouble(value) === toDouble(listed);
  return (
    kind === 'integer' && target === 'string' && toCharacter(value) === listed
  );
}
