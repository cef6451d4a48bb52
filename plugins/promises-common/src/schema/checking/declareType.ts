import { scalar, type StaticType } from '../../expressions/types/StaticType';
import type { StructuralSchema } from '../types';

/** The largest request that an API server takes, in bytes: what bounds what the schema does not. */
export const LARGEST_REQUEST = 3 * 1024 * 1024;
/** A character may take four bytes. */
const BYTES_PER_CHARACTER = 4;
const LEAST_BYTES: Readonly<Record<string, number>> = {
  boolean: 4,
  string: 2,
  duration: 3,
  date: 12,
  'date-time': 21,
};
const MOST_BYTES: Readonly<Record<string, number>> = {
  duration: 32,
  date: 12,
  'date-time': 32,
};
const TYPES_OF_FORMATS: Readonly<Record<string, string>> = {
  duration: 'duration',
  date: 'timestamp',
  'date-time': 'timestamp',
  byte: 'bytes',
};

/** A type, and the fewest bytes in which a value of it is written. */
export interface DeclaredType {
  readonly type: StaticType;
  readonly leastBytes: number;
}

/** The type of a schema as rules see it; undefined for data that rules cannot look at. */
export function declareType(
  schema: StructuralSchema,
  isResource = schema['x-kubernetes-embedded-resource'] === true,
): DeclaredType | undefined {
  if (schema['x-kubernetes-int-or-string'] === true)
    return {
      type: { kind: 'dyn', maxSize: LARGEST_REQUEST - 2 },
      leastBytes: 1,
    };
  switch (schema.type) {
    case 'array':
      return declareList(schema);
    case 'object':
      return declareObject(schema, isResource);
    case 'string':
      return declareText(schema);
    case 'boolean':
      return { type: scalar('bool'), leastBytes: LEAST_BYTES.boolean };
    case 'integer':
      return { type: scalar('int'), leastBytes: 1 };
    case 'number':
      return { type: scalar('double'), leastBytes: 1 };
    default:
      return undefined;
  }
}

function declareList({
  items,
  maxItems,
}: StructuralSchema): DeclaredType | undefined {
  const item = items && declareType(items);
  if (!item) return undefined;
  const estimated = Math.floor((LARGEST_REQUEST - 2) / (item.leastBytes + 1));
  return {
    type: { kind: 'list', item: item.type, maxSize: maxItems ?? estimated },
    leastBytes: 2,
  };
}

function declareObject(
  schema: StructuralSchema,
  isResource: boolean,
): DeclaredType | undefined {
  const { additionalProperties, maxProperties } = schema;
  if (typeof additionalProperties === 'object') {
    const value = declareType(additionalProperties);
    if (!value) return undefined;
    // A key takes at least "" and its separators.
    const estimated = Math.floor(
      (LARGEST_REQUEST - 2) / (value.leastBytes + 6),
    );
    return {
      type: {
        kind: 'map',
        key: scalar('string', 0),
        value: value.type,
        maxSize: maxProperties ?? estimated,
      },
      leastBytes: 2,
    };
  }
  const required = new Set(schema.required);
  const fields = new Map<string, StaticType>();
  let leastBytes = 2;
  for (const [name, property] of Object.entries(schema.properties ?? {})) {
    const declared = declareType(property);
    if (!declared) continue;
    fields.set(name, declared.type);
    if (required.has(name) && property.default === undefined)
      leastBytes += name.length + declared.leastBytes + 4;
  }
  if (isResource) {
    const text = scalar('string', LARGEST_REQUEST - 2);
    fields.set('apiVersion', text).set('kind', text);
    const names = new Map([
      ['name', text],
      ['generateName', text],
    ]);
    fields.set('metadata', { kind: 'object', fields: names });
  }
  return { type: { kind: 'object', fields }, leastBytes };
}

function declareText(schema: StructuralSchema): DeclaredType {
  const { format = '', maxLength } = schema;
  const name = Object.hasOwn(TYPES_OF_FORMATS, format)
    ? TYPES_OF_FORMATS[format]
    : 'string';
  const leastBytes = LEAST_BYTES[format] ?? LEAST_BYTES.string;
  const bounded =
    maxLength !== undefined &&
    Math.max(0, maxLength) * (name === 'bytes' ? 1 : BYTES_PER_CHARACTER);
  const listed = schema.enum?.map(value => String(value).length);
  const estimated = listed?.length
    ? Math.max(...listed)
    : MOST_BYTES[format] ?? LARGEST_REQUEST - 2;
  return {
    type: scalar(name, bounded === false ? estimated : bounded),
    leastBytes,
  };
}
