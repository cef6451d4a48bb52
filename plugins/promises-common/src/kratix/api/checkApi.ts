import { z } from 'zod/v4';
import type { Finding } from '../../api';
import { error, info, warning } from '../findings/findings';
import { readLenient } from '../findings/readLenient';
import { optional } from '../findings/schemas';
import { dnsLabelRule, isDnsLabel, isSubdomain } from '../names/rules';
import type { PromiseDefinition } from '../types';
import { checkVersions } from './checkVersions';
import { hasApi } from './getPromiseApi';

const CRD_API_VERSION = 'apiextensions.k8s.io/v1';

const shape = z.looseObject({
  apiVersion: z.string(),
  kind: z.string(),
  metadata: z.looseObject({ name: z.string() }),
  spec: z.looseObject({
    group: z.string(),
    scope: z.string().default(''),
    names: z.looseObject({
      kind: z.string(),
      plural: z.string(),
      singular: optional(z.string()),
    }),
    versions: z.array(z.looseObject({ name: z.string() })).default([]),
  }),
});

/**
 * Rules for the CustomResourceDefinition of a Promise: Kratix's, and those of the API server that need no cluster.
 */
export function checkApi(definition: PromiseDefinition): Finding[] {
  if (!hasApi(definition)) {
    return [
      info('spec.api', 'This Promise has no API, so it takes no requests'),
    ];
  }
  const { value: crd, findings } = readLenient(shape, definition.spec.api);
  const located = findings.map(finding =>
    error(join(finding.path), `api is not a valid CRD: ${finding.message}`),
  );
  if (!crd) {
    return located;
  }
  if (crd.kind !== 'CustomResourceDefinition') {
    return [
      error(
        'spec.api.kind',
        `api is not a valid CRD: its kind is ${crd.kind}; write kind: CustomResourceDefinition`,
      ),
    ];
  }
  if (crd.apiVersion !== CRD_API_VERSION) {
    // Kratix reads it as v1 whatever it says, and real Promises rely on that.
    located.push(
      warning(
        'spec.api.apiVersion',
        `${crd.apiVersion} is read as ${CRD_API_VERSION}`,
      ),
    );
  }
  return [...located, ...checkNames(crd), ...checkVersions(crd.spec.versions)];
}

function checkNames({ metadata, spec }: z.infer<typeof shape>): Finding[] {
  const { group, scope, names } = spec;
  const findings: Finding[] = [];
  if (scope !== 'Namespaced') {
    findings.push(
      error(
        'spec.api.spec.scope',
        scope === ''
          ? 'Required: write scope: Namespaced'
          : `promise api needs to be namespace scoped; spec.api.spec.scope cannot be: ${scope}`,
      ),
    );
  }
  if (!isSubdomain(group) || !group.includes('.')) {
    findings.push(
      error(
        'spec.api.spec.group',
        `Invalid value: "${group}": must be a DNS subdomain with at least one dot (e.g. 'example.com')`,
      ),
    );
  }
  if (!isDnsLabel(names.plural)) {
    findings.push(
      error(
        'spec.api.spec.names.plural',
        `Invalid value: "${names.plural}": ${dnsLabelRule()}`,
      ),
    );
  }
  if (!isDnsLabel(names.kind.toLocaleLowerCase('en-US'))) {
    findings.push(
      error(
        'spec.api.spec.names.kind',
        `Invalid value: "${
          names.kind
        }": may have mixed case, but should otherwise match: ${dnsLabelRule()}`,
      ),
    );
  }
  if (metadata.name !== `${names.plural}.${group}`) {
    findings.push(
      error(
        'spec.api.metadata.name',
        `Invalid value: "${metadata.name}": must be spec.names.plural+"."+spec.group, that is ${names.plural}.${group}`,
      ),
    );
  }
  return findings;
}

function join(path: string | undefined): string {
  return path ? `spec.api.${path}` : 'spec.api';
}
