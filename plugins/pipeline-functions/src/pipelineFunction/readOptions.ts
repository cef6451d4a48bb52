import {
  compileSchema,
  type CompiledSchema,
  type JsonObject,
} from '@promissory/plugin-promises-common';
import { parseDocument } from 'yaml';
import { FunctionError } from './FunctionError';
import type { FunctionInput, PipelineFunction } from './types';

/** The environment variable that holds a function's options as YAML. */
const OPTIONS_VARIABLE = 'OPTIONS';

const compiled = new WeakMap<PipelineFunction, CompiledSchema>();

function optionsSchemaOf(definition: PipelineFunction): CompiledSchema {
  let schema = compiled.get(definition);
  if (!schema) {
    schema = compileSchema(definition.optionsSchema, { root: 'value' });
    compiled.set(definition, schema);
  }
  return schema;
}

/** Options of a function from its environment, validated and defaulted. Throws a FunctionError naming each problem. */
export function readOptions(
  definition: PipelineFunction,
  input: FunctionInput,
): JsonObject {
  const text = input.environment[OPTIONS_VARIABLE];
  if (text === undefined || text.trim() === '') {
    throw new FunctionError(
      OPTIONS_VARIABLE,
      `the container has no environment variable ${OPTIONS_VARIABLE}; write the options of ${definition.name} into it as YAML`,
    );
  }
  const document = parseDocument(text, {
    prettyErrors: true,
    uniqueKeys: true,
  });
  if (document.errors.length > 0) {
    throw new FunctionError(
      OPTIONS_VARIABLE,
      `is not YAML: ${document.errors[0].message}`,
    );
  }
  const options: unknown = document.toJS({ maxAliasCount: 100 });
  if (
    typeof options !== 'object' ||
    options === null ||
    Array.isArray(options)
  ) {
    throw new FunctionError(OPTIONS_VARIABLE, 'must be a YAML mapping');
  }
  const schema = optionsSchemaOf(definition);
  const unknown = findUnknownKeys(options as JsonObject, schema);
  const problems = [
    ...unknown.map(key => `${key}: is not an option of ${definition.name}`),
    ...schema
      .validate(options as JsonObject)
      .map(({ path, message }) => `${path || OPTIONS_VARIABLE}: ${message}`),
  ];
  if (problems.length > 0) {
    throw new FunctionError(OPTIONS_VARIABLE, problems.join('; '));
  }
  return schema.applyDefaults(options as JsonObject);
}

/** Keys at the top that the schema does not know: a misspelt option must not be ignored silently. */
function findUnknownKeys(
  options: JsonObject,
  schema: CompiledSchema,
): string[] {
  const known = schema.schema.properties ?? {};
  return Object.keys(options).filter(key => !(key in known));
}
