import type { Finding } from '../../api';
import { error } from '../findings/findings';
import { dnsLabelRule, isDnsLabel } from '../names/rules';
import type { JsonObject } from '../types';
import { checkStructure } from './checkStructure';

const PATH = 'spec.api.spec.versions';

/** Rules of the API server for the versions of a CustomResourceDefinition. */
export function checkVersions(
  versions: ReadonlyArray<JsonObject & { name: string }>,
): Finding[] {
  if (versions.length === 0) {
    return [error(PATH, 'Required: an API needs at least one version')];
  }
  const names = versions.map(({ name }) => name);
  return [
    ...checkStorage(versions),
    ...names.flatMap((name, index) => [
      ...(isDnsLabel(name)
        ? []
        : [
            error(
              `${PATH}[${index}].name`,
              `Invalid value: "${name}": ${dnsLabelRule()}`,
            ),
          ]),
      ...(names.indexOf(name) === index
        ? []
        : [error(`${PATH}[${index}].name`, `Duplicate value: "${name}"`)]),
    ]),
    ...versions.flatMap((version, index) =>
      checkSchema(version, `${PATH}[${index}]`),
    ),
  ];
}

function checkStorage(
  versions: ReadonlyArray<JsonObject & { name: string }>,
): Finding[] {
  const stored = versions.filter(({ storage }) => storage === true);
  const served = versions.filter(({ served: isServed }) => isServed === true);
  return [
    ...(stored.length === 1
      ? []
      : [
          error(
            PATH,
            stored.length === 0
              ? 'must have exactly one version marked as storage version; set storage: true on one'
              : `must have exactly one version marked as storage version, not ${
                  stored.length
                }: ${stored.map(({ name }) => name).join(', ')}`,
          ),
        ]),
    ...(served.length > 0
      ? []
      : [
          error(
            PATH,
            'no version is served, so nothing can be requested; set served: true on one',
          ),
        ]),
  ];
}

function checkSchema(version: JsonObject, path: string): Finding[] {
  const schema = isObject(version.schema)
    ? version.schema.openAPIV3Schema
    : undefined;
  const schemaPath = `${path}.schema.openAPIV3Schema`;
  if (!isObject(schema)) {
    return [
      error(
        schemaPath,
        'Required: schemas are required; the least is type: object',
      ),
    ];
  }
  if (schema.type !== 'object') {
    return [error(`${schemaPath}.type`, 'must be object at the root')];
  }
  return checkStructure(schema, schemaPath);
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
