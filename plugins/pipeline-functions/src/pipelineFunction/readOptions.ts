import {
  compileSchema,
  type CompiledSchema,
  type JsonObject,
  type StructuralSchema,
} from '@promissory/plugin-promises-common';
import { parseDocument } from 'yaml';
import { FunctionError } from './FunctionError';
import { findUnknownKeys } from './findUnknownKeys';
import type { FactInput, PipelineFunction } from './types';

/** The environment variable that holds a function's options as YAML. */
const OPTIONS_VARIABLE = 'OPTIONS';

const compiled = new WeakMap<StructuralSchema, CompiledSchema>();

function compileOnce(schema: StructuralSchema): CompiledSchema {
  let known = compiled.get(schema);
  if (!known) {
    known = compileSchema(schema, { root: 'value' });
    compiled.set(schema, known);
  }
  return known;
}

/**
 * Options of a function from its environment, validated and defaulted. Throws a FunctionError naming each problem, with
 * the reason where one is given.
 */
export function readOptions(
  definition: Pick<PipelineFunction, 'name' | 'optionsSchema'>,
  input: FactInput,
  { reason }: { readonly reason?: string } = {},
): JsonObject {
  const wrong = (problem: string) =>
    new FunctionError(OPTIONS_VARIABLE, problem, { reason });
  const text = input.environment[OPTIONS_VARIABLE];
  if (text === undefined || text.trim() === '') {
    throw wrong(
      `the container has no environment variable ${OPTIONS_VARIABLE}; write the options of ${definition.name} into it as YAML`,
    );
  }
  const document = parseDocument(text, {
    prettyErrors: true,
    uniqueKeys: true,
  });
  if (document.errors.length > 0) {
    throw wrong(`is not YAML: ${document.errors[0].message}`);
  }
  const options: unknown = document.toJS({ maxAliasCount: 100 });
  if (
    typeof options !== 'object' ||
    options === null ||
    Array.isArray(options)
  ) {
    throw wrong('must be a YAML mapping');
  }
  const schema = compileOnce(definition.optionsSchema);
  const unknown = findUnknownKeys(options, definition.optionsSchema);
  const problems = [
    ...unknown.map(key => `${key}: is not an option of ${definition.name}`),
    ...schema
      .validate(options as JsonObject)
      .map(({ path, message }) => `${path || OPTIONS_VARIABLE}: ${message}`),
  ];
  if (problems.length > 0) {
    throw wrong(problems.join('; '));
  }
  return schema.applyDefaults(options as JsonObject);
}
