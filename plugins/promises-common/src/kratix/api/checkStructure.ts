import type { Finding } from '../../api';
import { error } from '../findings/findings';
import type { JsonObject } from '../types';

const TYPES = ['object', 'array', 'string', 'integer', 'number', 'boolean'];
const FORBIDDEN = [
  'definitions',
  'dependencies',
  'deprecated',
  'discriminator',
  'id',
  'patternProperties',
  'readOnly',
  'writeOnly',
  'xml',
  '$ref',
];

/**
 * Whether a schema is structural: every node has a type (or says why not), lists have items, and keywords that the API
 * server refuses are absent. Values that contradict their own schema are for the schema's compiler to find.
 */
export function checkStructure(schema: JsonObject, path: string): Finding[] {
  return [
    ...checkNode(schema, path),
    ...Object.entries(objectAt(schema.properties)).flatMap(([name, child]) =>
      isObject(child)
        ? checkStructure(child, `${path}.properties[${name}]`)
        : [error(`${path}.properties[${name}]`, 'must be a schema')],
    ),
    ...(isObject(schema.additionalProperties)
      ? checkStructure(
          schema.additionalProperties,
          `${path}.additionalProperties`,
        )
      : []),
    ...(isObject(schema.items)
      ? checkStructure(schema.items, `${path}.items`)
      : []),
  ];
}

function checkNode(schema: JsonObject, path: string): Finding[] {
  const { type } = schema;
  const findings = FORBIDDEN.filter(keyword =>
    Object.hasOwn(schema, keyword),
  ).map(keyword =>
    error(
      `${path}.${keyword}`,
      'Forbidden: not supported in a structural schema',
    ),
  );
  if (type === undefined || type === '') {
    if (
      schema['x-kubernetes-int-or-string'] !== true &&
      schema['x-kubernetes-preserve-unknown-fields'] !== true
    ) {
      findings.push(
        error(
          `${path}.type`,
          'Required: must not be empty for specified object fields',
        ),
      );
    }
  } else if (typeof type !== 'string' || !TYPES.includes(type)) {
    findings.push(
      error(
        `${path}.type`,
        `Unsupported value: ${JSON.stringify(
          type,
        )}: supported values: ${TYPES.join(', ')}`,
      ),
    );
  }
  if (type === 'array' && !isObject(schema.items)) {
    findings.push(
      error(`${path}.items`, 'Required: must be specified for an array'),
    );
  }
  if (
    isObject(schema.additionalProperties) &&
    Object.keys(objectAt(schema.properties)).length > 0
  ) {
    findings.push(
      error(
        `${path}.additionalProperties`,
        'Forbidden: additionalProperties and properties are mutual exclusive',
      ),
    );
  }
  return findings;
}

function objectAt(value: unknown): JsonObject {
  return isObject(value) ? value : {};
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
