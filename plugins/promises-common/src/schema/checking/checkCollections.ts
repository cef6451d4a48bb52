import type { StructuralSchema } from '../types';
import { checkListKeys } from './checkListKeys';
import type { Report } from './SchemaProblem';

const LIST_TYPES = ['atomic', 'set', 'map'];
const MAP_TYPES = ['atomic', 'granular'];

function checkSetItems(schema: StructuralSchema, report: Report): void {
  const { items } = schema;
  const listType = items?.['x-kubernetes-list-type'] ?? 'atomic';
  if (items?.type === 'array' && listType !== 'atomic')
    report(
      'items.x-kubernetes-list-type',
      'FieldValueInvalid',
      'must be atomic for items of a set',
    );
  if (items?.type === 'object' && items['x-kubernetes-map-type'] !== 'atomic')
    report(
      'items.x-kubernetes-map-type',
      'FieldValueInvalid',
      'must be atomic for items of a set',
    );
  if (items?.nullable === true)
    report(
      'items.nullable',
      'FieldValueForbidden',
      'items of a set cannot be null',
    );
}

/** `x-kubernetes-list-type`, `x-kubernetes-list-map-keys` and `x-kubernetes-map-type`. */
export function checkCollections(
  schema: StructuralSchema,
  report: Report,
): void {
  const { type } = schema;
  const listType: string | undefined = schema['x-kubernetes-list-type'];
  const mapType: string | undefined = schema['x-kubernetes-map-type'];
  const mustBe = (expected: string, keyword: string) =>
    report(
      'type',
      type ? 'FieldValueInvalid' : 'FieldValueRequired',
      `must be ${expected} where ${keyword} is set`,
    );
  if (mapType !== undefined) {
    if (type !== 'object') mustBe('object', 'x-kubernetes-map-type');
    if (!MAP_TYPES.includes(mapType))
      report(
        'x-kubernetes-map-type',
        'FieldValueNotSupported',
        `must be one of ${MAP_TYPES.join(', ')}`,
      );
  }
  if (listType !== undefined) {
    if (type !== 'array') mustBe('array', 'x-kubernetes-list-type');
    else if (listType === 'set') checkSetItems(schema, report);
    if (!LIST_TYPES.includes(listType))
      report(
        'x-kubernetes-list-type',
        'FieldValueNotSupported',
        `must be one of ${LIST_TYPES.join(', ')}`,
      );
  }
  checkListKeys(schema, report);
}
