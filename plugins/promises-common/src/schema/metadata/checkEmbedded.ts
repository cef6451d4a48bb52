import { additionalNode } from '../nodes/additionalNode';
import type { SchemaNode } from '../nodes/SchemaNode';
import type { JsonObject } from '../../kratix';
import { formatField } from '../location/formatField';
import type { Location } from '../location/Location';
import { toDataPath } from '../location/toDataPath';
import { isObject } from '../values/isObject';
import type { ValidationResult } from '../violations/ValidationResult';
import type { ViolationReason } from '../violations/Violation';
import { checkMetadata } from './checkMetadata';

const KIND = /^[a-z](?:[-a-z0-9]{0,61}[a-z0-9])?$/;

function problemOfType(
  key: 'apiVersion' | 'kind',
  object: JsonObject,
): [ViolationReason, string] | undefined {
  if (!Object.hasOwn(object, key)) return ['FieldValueRequired', 'is required'];
  const value = String(object[key]);
  if (value === '') return ['FieldValueInvalid', 'must not be empty'];
  const valid =
    key === 'kind'
      ? KIND.test(value.toLowerCase())
      : value.split('/').length <= 2;
  return valid
    ? undefined
    : ['FieldValueInvalid', `is no ${key} of Kubernetes`];
}

/** Resources that are embedded in an object: they need apiVersion and kind, and their metadata are checked. */
export function checkEmbedded(
  value: unknown,
  node: SchemaNode | undefined,
  location: Location | undefined,
  result: ValidationResult,
): void {
  if (!node?.holdsResources) return;
  if (Array.isArray(value)) {
    value.forEach((item, key) =>
      checkEmbedded(item, node.items, { parent: location, key }, result),
    );
    return;
  }
  if (!isObject(value)) return;
  // The resource itself is checked with its name, elsewhere.
  if (node.embedded && location) checkResource(value, location, result);
  for (const [key, child] of Object.entries(value)) {
    const property = node.properties.get(key);
    const below = { parent: location, key, mapKey: !property };
    checkEmbedded(child, property ?? additionalNode(node), below, result);
  }
}

function checkResource(
  object: JsonObject,
  location: Location,
  result: ValidationResult,
): void {
  for (const key of ['apiVersion', 'kind'] as const) {
    const problem = problemOfType(key, object);
    if (!problem) continue;
    const [reason, message] = problem;
    const at: Location = { parent: location, key };
    result.add({
      path: toDataPath(at),
      field: formatField(at),
      reason,
      message,
    });
  }
  if (isObject(object.metadata))
    checkMetadata(
      object.metadata,
      { parent: location, key: 'metadata' },
      result,
    );
}
