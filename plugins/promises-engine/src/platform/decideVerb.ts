import { ConflictError } from '@backstage/errors';
import { CHILD_REASONS } from '../children/childReasons';
import type { RequestVerb } from '@promissory/plugin-promises-common';
import type { RequestRow } from '../database/rows/rows';
import type { RequestFacts } from '../plan/snapshot';

/** Columns that a verb changes. */
export interface VerbChange {
  readonly columns: Partial<
    Pick<RequestRow, 'paused' | 'wanted_trigger' | 'wanted_by'>
  >;
}

/**
 * What a verb asks for. Retry runs what failed or waits: a failed workflow from its start, a suspended one from the
 * suspended pipeline. Reconcile runs the workflow from its start. Throws a ConflictError where it makes no sense.
 */
export function decideVerb(
  verb: RequestVerb,
  request: RequestFacts,
): VerbChange {
  const { name } = request.state;
  const what = `Request ${request.namespace}/${request.name}`;
  const refuse = (why: string): never => {
    throw new ConflictError(`${what} ${why}`);
  };
  if (verb === 'retry') return decideRetry(request, refuse);
  if (request.deleteRequestedAt) {
    return refuse(`is being deleted, so it cannot be asked to ${verb}`);
  }
  if (verb === 'pause') {
    return request.paused
      ? refuse('is paused already')
      : { columns: { paused: true } };
  }
  if (verb === 'resume') {
    if (request.paused) {
      return { columns: { paused: false, wanted_trigger: 'resume' } };
    }
    return name === 'Suspended'
      ? { columns: { wanted_trigger: 'resume' } }
      : refuse(`is neither paused nor suspended; it is ${name}`);
  }
  if (request.paused) return refuse('is paused; resume it first');
  return { columns: { wanted_trigger: 'reconcile' } };
}

function decideRetry(
  request: RequestFacts,
  refuse: (why: string) => never,
): VerbChange {
  const { name, reason, detail } = request.state;
  // Work goes on where it was.
  if (request.setAside) return { columns: {} };
  if (request.paused && !request.deleteRequestedAt) {
    return refuse('is paused; resume it first');
  }
  if (name === 'Suspended' || reason === 'DeleteWorkflowSuspended') {
    return { columns: { wanted_trigger: 'resume' } };
  }
  if (name === 'Failed' || reason === 'DeleteWorkflowFailed') {
    return { columns: { wanted_trigger: 'retry' } };
  }
  // A pipeline in the detail tells that the workflow failed, and not the delivery; what it wrote of children may change.
  if (
    name === 'Degraded' &&
    ('pipeline' in detail || CHILD_REASONS.includes(reason))
  ) {
    return { columns: { wanted_trigger: 'retry' } };
  }
  if (['Degraded', 'Delivering', 'Deleting'].includes(name)) {
    return { columns: {} };
  }
  return refuse(`has nothing to retry; it is ${name}`);
}
