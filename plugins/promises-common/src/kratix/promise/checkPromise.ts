import type { Finding } from '../../api';
import { checkApi } from '../api/checkApi';
import { hasApi } from '../api/getPromiseApi';
import { checkInterval } from '../duration/checkInterval';
import { findUnknownFields } from '../fields/findUnknownFields';
import { PROMISE_SPEC_FIELDS } from '../fields/knownFields';
import { error, warning } from '../findings/findings';
import { formatPath } from '../findings/formatPath';
import { isSubdomain, subdomainRule } from '../names/rules';
import { checkPipelines } from '../pipeline/checkPipelines';
import { getPipelines } from '../pipeline/getPipelines';
import type { PromiseDefinition } from '../types';
import { checkDependencies } from './checkDependencies';
import { checkRequirements } from './checkRequirements';
import { checkSelectors } from './checkSelectors';

const INTERVAL_ANNOTATION = 'kratix.io/reconciliation-interval';

/**
 * Kratix's admission rules that need no cluster, and what would surprise the author of a Promise. Errors are what Kratix
 * refuses, with its message; warnings stop nothing.
 *
 * Rules about a change of a Promise (immutable API) and about other Promises (requirements, names that are taken) are
 * those of the registry.
 *
 * @public
 */
export function checkPromise(definition: PromiseDefinition): Finding[] {
  const { metadata, spec } = definition;
  return [
    ...(isSubdomain(metadata.name)
      ? []
      : [
          error(
            'metadata.name',
            `Invalid value: "${metadata.name}": ${subdomainRule()}`,
          ),
        ]),
    ...checkInterval(
      `metadata.annotations[${INTERVAL_ANNOTATION}]`,
      metadata.annotations?.[INTERVAL_ANNOTATION],
    ),
    ...checkApi(definition),
    ...checkPipelines(definition),
    ...checkInterval(
      'spec.workflows.config.reconciliationInterval',
      spec.workflows?.config?.reconciliationInterval,
    ),
    ...checkRequirements(definition),
    ...checkSelectors('spec.destinationSelectors', spec.destinationSelectors),
    ...checkDependencies(definition),
    ...findUnknownFields(spec, PROMISE_SPEC_FIELDS, ['spec']).map(({ path }) =>
      warning(
        formatPath(path),
        `unknown field "${formatPath(path)}"; it is ignored`,
      ),
    ),
    ...checkFulfilment(definition),
  ];
}

function checkFulfilment(definition: PromiseDefinition) {
  return hasApi(definition) &&
    getPipelines(definition, 'resource', 'configure').length === 0
    ? [
        warning(
          'spec.workflows.resource.configure',
          'There are no pipelines for requests, so a request leads to nothing',
        ),
      ]
    : [];
}
