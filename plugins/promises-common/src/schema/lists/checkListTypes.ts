import type { Location } from '../location/Location';
import { additionalNode } from '../nodes/additionalNode';
import type { SchemaNode } from '../nodes/SchemaNode';
import { isObject } from '../values/isObject';
import type { ValidationResult } from '../violations/ValidationResult';
import { checkListMap } from './checkListMap';
import { checkListSet } from './checkListSet';

/** `x-kubernetes-list-type`: sets without duplicates, maps without two items of one key. */
export function checkListTypes(
  value: unknown,
  node: SchemaNode | undefined,
  location: Location | undefined,
  result: ValidationResult,
): void {
  if (!node?.holdsListTypes) return;
  if (Array.isArray(value)) {
    const listType = node.schema['x-kubernetes-list-type'];
    if (listType === 'set') checkListSet(value, location, result);
    if (listType === 'map')
      checkListMap(
        value,
        node.schema['x-kubernetes-list-map-keys'] ?? [],
        location,
        result,
      );
    value.forEach((item, index) =>
      checkListTypes(
        item,
        node.items,
        { parent: location, key: index },
        result,
      ),
    );
  } else if (isObject(value)) {
    const values = additionalNode(node);
    for (const [key, child] of Object.entries(value)) {
      const property = node.properties.get(key);
      checkListTypes(
        child,
        property ?? values,
        { parent: location, key, mapKey: !property },
        result,
      );
    }
  }
}
