import {
  minimalObject,
  type CompiledSchema,
  type JsonObject,
} from '@promissory/plugin-promises-common';
import { formSchema } from '../coverage/formSchema';
import type { LintFinding } from './LintFinding';
import { valueAt } from './valueAt';

/** A name that any schema takes, so that only what the author wrote is at stake. */
const METADATA = { metadata: { name: 'example' } };

/**
 * Defaults that break a rule or a limit when nothing but what is required is filled in. The API server takes such a
 * schema, and then refuses the request of someone who never saw the field.
 */
export function findContradictingDefaults(
  compiled: CompiledSchema,
): LintFinding[] {
  const required = minimalObject(formSchema(compiled.schema));
  const object: JsonObject = { ...METADATA, spec: {}, ...required };
  const filled = compiled.applyDefaults(compiled.prune(object));
  return compiled
    .violations(filled)
    .filter(({ notice, path }) => {
      if (notice || path.length === 0) return false;
      const value = valueAt(filled, path);
      return value !== undefined && valueAt(object, path) === undefined;
    })
    .map(({ path, reason, message }) => ({
      rule: 'contradicting-default',
      severity: 'warning',
      path: path.join('.'),
      message: `the default is refused (${reason}): ${message}`,
    }));
}
