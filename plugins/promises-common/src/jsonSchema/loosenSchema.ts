import { toWords } from '../form/words/toWords';
import type { StructuralSchema } from '../schema';
import type { JsonSchema } from './JsonSchema';
import { loosenRules } from './loosenRules';

/** How much of a schema is kept. @public */
export interface LoosenSchemaOptions {
  /** Levels of fields; below them any value is taken. Default: all. */
  readonly depth?: number;
  /** Without descriptions below the first level. */
  readonly terse?: boolean;
  /**
   * For forms that are made of JSON Schema: nothing about null, which nobody enters, and no alternatives but that of a
   * number or a text; a field without a title has its name in words. Default: false.
   */
  readonly form?: boolean;
}

const NUMBER_OR_TEXT = [
  { title: 'Number', type: 'integer' },
  { title: 'Text', type: 'string' },
];

interface Place extends LoosenSchemaOptions {
  /** What the object is made of, where the schema is a rule about it and declares nothing itself. */
  readonly shape: StructuralSchema;
  readonly depth: number;
  /** Whether null is taken, as it is for whatever need not be given. */
  readonly nullable: boolean;
}

/**
 * A Promise's schema as the scaffolder's validator (jsonschema, draft 7) can judge it: whatever admission takes is
 * valid, as it was written, before it is pruned and defaulted. Rules that the two would judge differently are left out;
 * admission has the last word. @public
 */
export function loosenSchema(
  schema: StructuralSchema,
  options: LoosenSchemaOptions = {},
): JsonSchema {
  const { depth = Infinity } = options;
  return loosen(schema, { ...options, shape: schema, depth, nullable: false });
}

function loosen(schema: StructuralSchema, place: Place): JsonSchema {
  const { depth, terse, form = false } = place;
  const nullable = !form && (place.nullable || isNullable(schema));
  const opaque =
    depth <= 0 || schema['x-kubernetes-embedded-resource'] === true;
  const types = typesOf(schema, form, nullable);
  const isChoice = form && schema['x-kubernetes-int-or-string'] === true;
  return {
    ...(schema.title && { title: schema.title }),
    ...(schema.description &&
      !terse && { description: schema.description.trim() }),
    ...(types && { type: types.length === 1 ? types[0] : types }),
    ...(isChoice && { anyOf: NUMBER_OR_TEXT }),
    ...loosenRules(schema, { nullable, form }),
    ...(!opaque && loosenFields(schema, place)),
    ...(!opaque && !form && loosenJunctions(schema, place)),
    ...(schema.default !== undefined && !opaque && { default: schema.default }),
  };
}

function loosenFields(schema: StructuralSchema, place: Place): JsonSchema {
  const { shape, depth, form } = place;
  const below = (
    child: StructuralSchema,
    own: StructuralSchema | undefined,
    nullable: boolean,
  ) =>
    loosen(child, {
      ...place,
      shape: own ?? child,
      depth: depth - 1,
      nullable,
    });
  const { properties, required = [], items, additionalProperties } = schema;
  const needed = required.filter(
    name => shape.properties?.[name]?.default === undefined,
  );
  const mustBeGiven = new Set(shape === schema ? needed : []);
  const values =
    typeof additionalProperties === 'object' ? additionalProperties : undefined;
  return {
    ...(properties && {
      properties: Object.fromEntries(
        Object.entries(properties)
          // A rule about a field that is not declared judges nothing: the field is pruned before.
          .filter(([name]) => shape.properties?.[name] !== undefined)
          .map(([name, child]) => [
            name,
            {
              ...(form && { title: toWords(name) }),
              ...below(child, shape.properties?.[name], !mustBeGiven.has(name)),
            },
          ]),
      ),
    }),
    ...(needed.length > 0 && { required: needed }),
    ...(items && { items: below(items, shape.items, true) }),
    ...(values && { additionalProperties: below(values, undefined, true) }),
  };
}

/** `not` would turn looser into stricter, and of `oneOf` more than one branch may hold. */
function loosenJunctions(schema: StructuralSchema, place: Place): JsonSchema {
  const branches = (all: readonly StructuralSchema[] | undefined) =>
    (all ?? []).map(branch =>
      loosen(branch, { ...place, nullable: true, terse: true }),
    );
  const allOf = [
    ...branches(schema.allOf).filter(saysSomething),
    ...[schema.anyOf, schema.oneOf]
      .map(branches)
      .filter(choice => choice.length > 0 && choice.every(saysSomething))
      .map(anyOf => ({ anyOf })),
  ];
  if (schema['x-kubernetes-int-or-string'] || allOf.length === 0) return {};
  return allOf.length === 1 && 'anyOf' in allOf[0] ? allOf[0] : { allOf };
}

function saysSomething(schema: JsonSchema): boolean {
  return Object.keys(schema).length > 0;
}

function typesOf(
  schema: StructuralSchema,
  form: boolean,
  nullable: boolean,
): string[] | undefined {
  if (form) return schema.type && [schema.type];
  const types = schema['x-kubernetes-int-or-string']
    ? ['integer', 'string']
    : schema.type && [schema.type];
  // Kubernetes checks the format of a text in place of its type, and finds nothing wrong with a list then.
  const lists = schema.format && types?.includes('string') ? ['array'] : [];
  return types && [...types, ...lists, ...(nullable ? ['null'] : [])];
}

function isNullable(schema: StructuralSchema): boolean {
  return schema.nullable === true || schema.default !== undefined;
}
