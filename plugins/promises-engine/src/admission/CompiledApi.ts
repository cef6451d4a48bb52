import type {
  CompiledSchema,
  PromiseApiDefinition,
} from '@promissory/plugin-promises-common';

/** A Promise's API with its schema compiled. */
export interface CompiledApi {
  readonly api: PromiseApiDefinition;
  readonly schema: CompiledSchema;
}
