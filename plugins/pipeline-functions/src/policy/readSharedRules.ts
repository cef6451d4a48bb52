import {
  compileSchema,
  type JsonObject,
  type StructuralSchema,
} from '@promissory/plugin-promises-common';
import { parseDocument } from 'yaml';
import { findUnknownKeys } from '../pipelineFunction/findUnknownKeys';
import { policyInvalid } from './policyInvalid';
import { rulesSchema } from './ruleSchema';
import type { Rule } from './types';

const KEY = 'rules.yaml';

const schema: StructuralSchema = {
  type: 'object',
  required: ['rules'],
  properties: { rules: rulesSchema },
};
const compiled = compileSchema(schema, { root: 'value' });

/** Where a shared policy is. */
export interface PolicySource {
  readonly promise: string;
  /** Name of the ConfigMap. */
  readonly name: string;
}

/** The rules in key `rules.yaml` of a ConfigMap: a list, or a mapping with the list as `rules`. Throws PolicyInvalid. */
export function readSharedRules(
  source: PolicySource,
  configMap: JsonObject | null,
): readonly Rule[] {
  const { promise, name } = source;
  const where = `policy ${name}`;
  if (!configMap) {
    throw policyInvalid(
      where,
      `Promise ${promise} has no ConfigMap ${name} among its static dependencies, or is not registered; require ${promise} in requiredPromises`,
    );
  }
  const data = configMap.data as Readonly<Record<string, unknown>> | undefined;
  const text = data?.[KEY];
  if (typeof text !== 'string') {
    throw policyInvalid(
      where,
      `ConfigMap ${name} of Promise ${promise} has no key ${KEY}; write the rules there as YAML`,
    );
  }
  const document = parseDocument(text, { prettyErrors: true });
  if (document.errors.length > 0) {
    throw policyInvalid(
      where,
      `${KEY} is not YAML: ${document.errors[0].message}`,
    );
  }
  const content: unknown = document.toJS({ maxAliasCount: 100 });
  const options = (
    Array.isArray(content) ? { rules: content } : content
  ) as JsonObject;
  if (typeof options !== 'object' || options === null) {
    throw policyInvalid(where, `${KEY} must be a list of rules`);
  }
  const problems = [
    ...findUnknownKeys(options, schema).map(
      path => `${path}: is no field of a rule`,
    ),
    ...compiled
      .validate(options)
      .map(({ path, message }) => (path ? `${path}: ${message}` : message)),
  ];
  if (problems.length > 0) {
    throw policyInvalid(where, `${KEY}: ${problems.join('; ')}`);
  }
  return compiled.applyDefaults(options).rules as readonly Rule[];
}
