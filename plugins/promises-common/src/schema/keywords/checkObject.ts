import type { JsonObject } from '../../kratix';
import type { Check } from '../nodes/Check';
import { checkChild } from '../nodes/checkChild';
import type { SchemaNode } from '../nodes/SchemaNode';
import type { StructuralSchema } from '../types';
import { createViolation } from '../violations/createViolation';
import { countOf } from './countOf';

/** What of a node's structure an object is checked against. */
export type ObjectStructure = Pick<SchemaNode, 'properties' | 'additional'>;

/** Keywords `properties`, `additionalProperties`, `required`, `minProperties` and `maxProperties`. */
export function checkObject(
  schema: StructuralSchema,
  structure: ObjectStructure,
): Check {
  const { minProperties, maxProperties, required } = schema;
  const { properties, additional } = structure;
  return (value, location, result, correlation) => {
    const object = value as JsonObject;
    const keys = Object.keys(object);
    if (minProperties !== undefined && keys.length < minProperties) {
      result.add(
        createViolation(
          location,
          'FieldValueInvalid',
          `must have at least ${countOf(minProperties, 'entry')}`,
        ),
      );
    }
    if (maxProperties !== undefined && keys.length > maxProperties) {
      result.add(
        createViolation(
          location,
          'FieldValueTooMany',
          `must have at most ${countOf(maxProperties, 'entry')}, not ${
            keys.length
          }`,
        ),
      );
    }
    for (const key of keys) {
      const node = properties.get(key) ?? additional;
      if (typeof node === 'object') {
        checkChild(
          node,
          object[key],
          { parent: location, key },
          result,
          correlation?.property(key),
        );
      } else if (node === false) {
        result.add(
          createViolation(
            location,
            'FieldValueInvalid',
            `must not have a property ${key}`,
          ),
        );
      }
    }
    for (const key of required ?? []) {
      if (Object.hasOwn(object, key)) continue;
      result.add(
        createViolation(
          { parent: location, key },
          'FieldValueRequired',
          'is required',
        ),
      );
    }
  };
}
