import { InputError } from '@backstage/errors';
import type { JsonObject } from '../../kratix';
import { isObject } from '../values/isObject';
import { kindOf, type ValueKind } from '../values/kindOf';

type Coerce = (value: unknown, path: string) => unknown;

function refuse(path: string, expected: string, value: unknown): never {
  throw new InputError(`${path} must be ${expected}, not ${kindOf(value)}`);
}

const of =
  (kind: ValueKind, expected: string): Coerce =>
  (value, path) =>
    kindOf(value) === kind ? value : refuse(path, expected, value);
const text: Coerce = (value, path) =>
  typeof value === 'string' ? value || undefined : refuse(path, 'text', value);
const number = of('integer', 'a whole number');
const listOf =
  (item: Coerce): Coerce =>
  (value, path) =>
    Array.isArray(value)
      ? value.map((entry, index) => item(entry, `${path}[${index}]`))
      : refuse(path, 'a list', value);

/** A map of texts: null is the empty text, an empty map is none. */
const texts: Coerce = (value, path) => {
  if (!isObject(value)) return refuse(path, 'a map of texts', value);
  const entries = Object.entries(value).map(([key, entry]) => [
    key,
    entry === null ? '' : text(entry, `${path}.${key}`) ?? '',
  ]);
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
};

/** The fields of ObjectMeta; others are unknown to every API server. */
const FIELDS: ReadonlyMap<string, Coerce> = new Map<string, Coerce>([
  ['name', text],
  ['generateName', text],
  ['namespace', text],
  ['selfLink', text],
  ['uid', text],
  ['resourceVersion', text],
  ['generation', number],
  ['creationTimestamp', text],
  ['deletionTimestamp', text],
  ['deletionGracePeriodSeconds', number],
  ['labels', texts],
  ['annotations', texts],
  ['ownerReferences', listOf(of('object', 'an object'))],
  ['finalizers', listOf(text)],
  ['managedFields', listOf(of('object', 'an object'))],
]);

/**
 * Metadata as the API server decodes it: unknown fields, nulls and empty values are gone.
 *
 * @throws InputError where a field has another type, which the API server answers with 400
 */
export function coerceMetadata(metadata: unknown, path: string): JsonObject {
  if (metadata === null) return {};
  if (!isObject(metadata)) return refuse(path, 'an object', metadata);
  return Object.fromEntries(
    Object.entries(metadata).flatMap(([key, value]) => {
      const coerce = FIELDS.get(key);
      if (!coerce || value === null) return [];
      const coerced = coerce(value, `${path}.${key}`);
      return coerced === undefined ? [] : [[key, coerced]];
    }),
  );
}
