import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import {
  compileSchema,
  type CompiledSchema,
  type JsonObject,
  type StructuralSchema,
} from '@promissory/plugin-promises-common';

/** The part of a CustomResourceDefinition, or of Crossplane's equivalent, that says what a resource may hold. */
interface ResourceDefinition {
  readonly kind: string;
  readonly spec: {
    readonly group: string;
    readonly names: { readonly kind: string };
    readonly claimNames?: { readonly kind: string };
    readonly versions: ReadonlyArray<{
      readonly name: string;
      readonly schema: { readonly openAPIV3Schema: StructuralSchema };
    }>;
  };
}

const FOLDER = resolve(__dirname, '../../schemas');

/** What Crossplane adds to the schema of a claim. */
const CLAIM_SPEC: Readonly<Record<string, StructuralSchema>> = {
  compositionSelector: {
    type: 'object',
    required: ['matchLabels'],
    properties: {
      matchLabels: {
        type: 'object',
        additionalProperties: { type: 'string' },
      },
    },
  },
  writeConnectionSecretToRef: {
    type: 'object',
    required: ['name'],
    properties: { name: { type: 'string' } },
  },
};

function schemaOf(
  definition: ResourceDefinition,
  schema: StructuralSchema,
): StructuralSchema {
  const { spec } = schema.properties ?? {};
  return definition.spec.claimNames
    ? {
        ...schema,
        properties: {
          ...schema.properties,
          spec: { ...spec, properties: { ...spec?.properties, ...CLAIM_SPEC } },
        },
      }
    : schema;
}

/** Schemas of custom resources, by `<apiVersion> <kind>`; `definitions` are those that Promises bring themselves. */
export function readSchemas(
  definitions: readonly JsonObject[],
): ReadonlyMap<string, CompiledSchema> {
  const all = [
    ...readdirSync(FOLDER)
      .filter(file => file.endsWith('.json'))
      .map(file => JSON.parse(readFileSync(resolve(FOLDER, file), 'utf8'))),
    ...definitions,
  ] as readonly ResourceDefinition[];
  return new Map(
    all.flatMap(definition =>
      definition.spec.versions.map(
        ({ name, schema }): [string, CompiledSchema] => [
          `${definition.spec.group}/${name} ${
            (definition.spec.claimNames ?? definition.spec.names).kind
          }`,
          compileSchema(schemaOf(definition, schema.openAPIV3Schema)),
        ],
      ),
    ),
  );
}
