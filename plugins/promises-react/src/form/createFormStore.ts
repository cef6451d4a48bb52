import {
  compileForm,
  compileSchema,
  type JsonObject,
} from '@promissory/plugin-promises-common';
import { FormStore } from './store/FormStore';

/** What {@link createFormStore} needs. */
export interface CreateFormStoreOptions {
  /** openAPIV3Schema of the whole object. */
  readonly schema: unknown;
  /** The spec to begin with. */
  readonly value?: JsonObject;
  /** The spec that is stored, where this is a change: rules compare with it. */
  readonly oldValue?: JsonObject;
}

/**
 * The store of a form that edits the spec of a request; undefined where the schema knows no spec. What it calls valid
 * is what admission does: prune, default, validate.
 */
export function createFormStore(
  options: CreateFormStoreOptions,
): FormStore | undefined {
  const { schema, value, oldValue } = options;
  const compiled = compileSchema(schema, { root: 'value' });
  const spec = compiled.schema.properties?.spec;
  const oldObject = oldValue && { spec: oldValue };
  const validator = compiled.createIncrementalValidator({ oldObject });
  return (
    spec &&
    FormStore.create({
      root: compileForm(spec, { title: 'Request' }).root,
      base: ['spec'],
      value,
      validate: object => validator.validate(object),
    })
  );
}
