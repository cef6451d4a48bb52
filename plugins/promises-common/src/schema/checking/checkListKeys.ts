import type { StructuralSchema } from '../types';
import type { Report } from './SchemaProblem';

const KEYS = 'x-kubernetes-list-map-keys';

/** The keys of a list of type map: scalar properties of its items that are always there. */
export function checkListKeys(schema: StructuralSchema, report: Report): void {
  const listType: string | undefined = schema['x-kubernetes-list-type'];
  const keys = schema[KEYS] ?? [];
  if (keys.length > 0 && listType !== 'map')
    report(
      'x-kubernetes-list-type',
      listType ? 'FieldValueInvalid' : 'FieldValueRequired',
      `must be map where ${KEYS} is set`,
    );
  if (listType !== 'map') return;
  if (keys.length === 0)
    report(KEYS, 'FieldValueRequired', 'a list of type map needs keys');
  const { items } = schema;
  if (!items) {
    report('items', 'FieldValueRequired', 'a list of type map needs a schema');
    return;
  }
  if (items.type !== 'object') {
    report(
      'items.type',
      'FieldValueInvalid',
      'must be object in a list of type map',
    );
    return;
  }
  if (new Set(keys).size < keys.length)
    report(KEYS, 'FieldValueInvalid', 'must not name a key twice');
  if (items.nullable === true)
    report(
      'items.nullable',
      'FieldValueForbidden',
      'items of a map cannot be null',
    );
  for (const key of new Set(keys)) checkListKey(items, key, report);
}

function checkListKey(
  items: StructuralSchema,
  key: string,
  report: Report,
): void {
  const property = items.properties?.[key];
  const at = `items.properties[${key}]`;
  if (!property) {
    report(KEYS, 'FieldValueInvalid', `${key} is no property of the items`);
    return;
  }
  if (property.type === 'array' || property.type === 'object')
    report(`${at}.type`, 'FieldValueInvalid', 'a key must be a scalar');
  const present =
    property.default !== undefined || items.required?.includes(key);
  if (!present)
    report(
      `${at}.default`,
      'FieldValueRequired',
      'a key must have a default or be required',
    );
  if (property.nullable === true)
    report(`${at}.nullable`, 'FieldValueForbidden', 'a key cannot be null');
}
