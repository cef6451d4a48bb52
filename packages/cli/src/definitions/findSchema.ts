import type { JsonObject } from '@promissory/plugin-promises-common';
import { isObject } from '../json/isObject';

/** The schema of the version that is stored (CRD, Promise) or referenced (XRD). */
export interface VersionSchema {
  readonly version: string;
  /** Where the schema is in its definition: `spec.versions[0].schema.openAPIV3Schema`. */
  readonly path: string;
  readonly schema: JsonObject;
}

/** Finds it; undefined where the definition has none. */
export function findSchema(resource: JsonObject): VersionSchema | undefined {
  const { spec } = resource;
  if (!isObject(spec) || !Array.isArray(spec.versions)) return undefined;
  const versions = spec.versions.filter(isObject);
  const chosen =
    versions.find(
      ({ storage, referenceable }) =>
        storage === true || referenceable === true,
    ) ?? versions[0];
  const holder = chosen?.schema;
  const schema = isObject(holder) ? holder.openAPIV3Schema : undefined;
  if (!isObject(schema)) return undefined;
  return {
    version: String(chosen.name ?? ''),
    path: `spec.versions[${spec.versions.indexOf(
      chosen,
    )}].schema.openAPIV3Schema`,
    schema,
  };
}
