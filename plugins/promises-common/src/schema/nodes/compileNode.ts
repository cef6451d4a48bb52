import { InvalidSchemaError } from '../InvalidSchemaError';
import type { Check } from './Check';
import { compileCheck } from './compileCheck';
import { readSchema } from './readSchema';
import type { SchemaNode } from './SchemaNode';

const DEEPEST = 250;

/**
 * Compiles a node of a schema with everything below it.
 *
 * @throws InvalidSchemaError
 */
export function compileNode(
  source: unknown,
  schemaPath = '',
  depth = 0,
): SchemaNode {
  if (depth > DEEPEST)
    throw new InvalidSchemaError(
      schemaPath,
      `is nested deeper than ${DEEPEST} levels`,
    );
  const schema = readSchema(source, schemaPath);
  const below = (keyword: string) =>
    schemaPath ? `${schemaPath}.${keyword}` : keyword;
  const compile = (child: unknown, keyword: string) =>
    compileNode(child, below(keyword), depth + 1);

  const properties = new Map(
    Object.entries(schema.properties ?? {}).map(
      ([key, child]) => [key, compile(child, `properties[${key}]`)] as const,
    ),
  );
  const { additionalProperties } = schema;
  const additional =
    typeof additionalProperties === 'object'
      ? compile(additionalProperties, 'additionalProperties')
      : additionalProperties;
  const items = schema.items && compile(schema.items, 'items');

  let check: Check;
  try {
    check = compileCheck(
      schema,
      { properties, additional, items },
      (alternative, keyword) => compile(alternative, keyword).check,
    );
  } catch (error) {
    if (error instanceof InvalidSchemaError) throw error;
    throw new InvalidSchemaError(
      below('pattern'),
      `is not a regular expression of Go (RE2): ${String(error)}`,
      error,
    );
  }
  const embedded = schema['x-kubernetes-embedded-resource'] === true;
  const children = [...properties.values(), items, additional].filter(
    child => typeof child === 'object',
  );
  return {
    schema,
    schemaPath,
    properties,
    additional,
    items,
    nullable: schema.nullable === true,
    hasDefault: schema.default !== undefined && schema.default !== null,
    defaulted: new Map(
      [...properties].filter(([, property]) => property.hasDefault),
    ),
    preservesUnknown: schema['x-kubernetes-preserve-unknown-fields'] === true,
    embedded,
    holdsResources: embedded || children.some(child => child.holdsResources),
    holdsListTypes:
      ['set', 'map'].includes(schema['x-kubernetes-list-type'] ?? '') ||
      children.some(child => child.holdsListTypes),
    check,
  };
}
