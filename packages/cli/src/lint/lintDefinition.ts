import {
  checkPromise,
  checkSchema,
  compileSchema,
  minimalObject,
  parsePromise,
  type JsonObject,
  type StructuralSchema,
} from '@promissory/plugin-promises-common';
import { formSchema } from '../coverage/formSchema';
import { measureCoverage, type Coverage } from '../coverage/measureCoverage';
import type { Definition } from '../definitions/Definition';
import { findSchema } from '../definitions/findSchema';
import { isObject } from '../json/isObject';
import { findContradictingDefaults } from './findContradictingDefaults';
import { findGiantEnums } from './findGiantEnums';
import { findImpossibleValues } from './findImpossibleValues';
import { findMissingDescriptions } from './findMissingDescriptions';
import { findPlainSecrets } from './findPlainSecrets';
import type { LintFinding } from './LintFinding';
import { listFields } from './listFields';

/** What is said of one definition. */
export interface DefinitionReport {
  readonly kind: string;
  readonly name: string;
  readonly version?: string;
  readonly coverage?: Coverage;
  /** The least that a new user has to fill in; absent where there is no schema. */
  readonly minimal?: Readonly<Record<string, unknown>>;
  readonly findings: readonly LintFinding[];
}

/** Lints a Promise, CRD or XRD. */
export function lintDefinition(definition: Definition): DefinitionReport {
  const { kind, name, resource } = definition;
  const about = { kind, name };
  const findings = kind === 'Promise' ? lintPromise(definition.document) : [];
  const found = resource && findSchema(resource);
  if (!resource || !found) {
    // A Promise without an API takes no requests: that is no fault.
    const missing: LintFinding = {
      rule: 'schema',
      severity: 'error',
      path: 'spec.versions',
      message: 'there is no version with a schema (schema.openAPIV3Schema)',
    };
    return { ...about, findings: resource ? [...findings, missing] : findings };
  }
  // Crossplane writes the root of the schema itself.
  const schema: StructuralSchema =
    kind === 'CompositeResourceDefinition'
      ? { ...found.schema, type: 'object' }
      : found.schema;
  const refused = checkSchema(schema).map(
    ({ severity, path, message }): LintFinding => ({
      rule: 'schema',
      severity,
      path: path ? `${found.path}.${path}` : found.path,
      message,
    }),
  );
  const report = {
    ...about,
    version: found.version,
    coverage: measureCoverage(schema),
  };
  const filledIn = formSchema(schema);
  // A schema with errors has no reliable shape.
  if (refused.some(({ severity }) => severity === 'error'))
    return { ...report, findings: [...findings, ...refused] };
  const fields = listFields(filledIn);
  const lost = report.coverage.lost.map(
    (path): LintFinding => ({
      rule: 'field-lost',
      severity: 'error',
      path,
      message: 'the form does not reach this field',
    }),
  );
  return {
    ...report,
    minimal: minimalObject(filledIn),
    findings: [
      ...findings,
      ...refused,
      ...lost,
      ...findImpossibleValues(fields),
      ...findContradictingDefaults(compileSchema(schema)),
      ...findPlainSecrets(fields),
      ...findGiantEnums(fields),
      ...findMissingDescriptions(fields),
    ],
  };
}

function lintPromise(document: JsonObject): readonly LintFinding[] {
  const { metadata } = document;
  if (isObject(metadata) && metadata.name === null)
    return [
      {
        rule: 'promise',
        severity: 'warning',
        path: 'metadata.name',
        message: 'has no name yet: a template, of which only the API is judged',
      },
    ];
  const parsed = parsePromise(document);
  const findings = parsed.definition
    ? [...parsed.findings, ...checkPromise(parsed.definition)]
    : parsed.findings;
  return findings
    .filter(({ severity }) => severity !== 'info')
    .map(({ severity, path, message }) => ({
      rule: 'promise',
      severity,
      path: path ?? '',
      message,
    }));
}
