import { z } from 'zod/v4';
import type { StructuralSchema } from '../../schema';
import { optional } from '../findings/schemas';
import type { PromiseDefinition } from '../types';

/** The API that a Promise offers, in the version that it stores. @public */
export interface PromiseApiDefinition {
  readonly group: string;
  /** The storage version, or the first one where none is marked. */
  readonly version: string;
  readonly kind: string;
  readonly plural: string;
  readonly singular?: string;
  readonly scope: 'Namespaced' | 'Cluster';
  /** Names of all versions that are served, in the order of the file. */
  readonly servedVersions: readonly string[];
  /** openAPIV3Schema of the version; an open object where the Promise has none. */
  readonly schema: StructuralSchema;
}

const crdSchema = z.looseObject({
  spec: z.looseObject({
    group: z.string().min(1),
    scope: optional(z.enum(['Namespaced', 'Cluster'])),
    names: z.looseObject({
      kind: z.string().min(1),
      plural: z.string().min(1),
      singular: optional(z.string()),
    }),
    versions: z
      .array(
        z.looseObject({
          name: z.string().min(1),
          served: optional(z.boolean()),
          storage: optional(z.boolean()),
          schema: optional(
            z.looseObject({
              openAPIV3Schema: optional(z.custom<StructuralSchema>(isObject)),
            }),
          ),
        }),
      )
      .min(1),
  }),
});

/**
 * The API of a Promise; undefined where it has none (absent, null and `{}` all mean that) or where its
 * CustomResourceDefinition cannot be read: `checkPromise` says why.
 *
 * @public
 */
export function getPromiseApi(
  definition: PromiseDefinition,
): PromiseApiDefinition | undefined {
  const { api } = definition.spec;
  if (!hasApi(definition)) {
    return undefined;
  }
  const result = crdSchema.safeParse(api);
  if (!result.success) {
    return undefined;
  }
  const { group, scope, names, versions } = result.data.spec;
  const version = versions.find(({ storage }) => storage) ?? versions[0];
  return {
    group,
    version: version.name,
    kind: names.kind,
    plural: names.plural,
    singular: names.singular,
    scope: scope ?? 'Namespaced',
    servedVersions: versions
      .filter(({ served }) => served)
      .map(({ name }) => name),
    schema: version.schema?.openAPIV3Schema ?? { type: 'object' },
  };
}

/**
 * Whether a Promise has an API at all: absent, null and `{}` mean that it takes no requests.
 *
 * @public
 */
export function hasApi(definition: PromiseDefinition): boolean {
  const { api } = definition.spec;
  return Boolean(api) && Object.keys(api ?? {}).length > 0;
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
