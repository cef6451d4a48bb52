import type { RequestSnapshot } from '../plan/snapshot';
import { promiseGate } from '../plan/promiseGate';
import type { Schedule } from '../scheduling/types';
import { getPipelines } from '@promissory/plugin-promises-common';
import type { DerivedCondition } from './conditionTypes';
import { configureCondition } from './configureCondition';
import { reconciledCondition } from './reconciledCondition';
import { worksCondition } from './worksCondition';

/** Kratix's conditions of a request, from what is. */
export function deriveConditions(
  snapshot: RequestSnapshot,
  difference: Schedule,
): DerivedCondition[] {
  const { request, revisions, configureRun, deleteRun, promise } = snapshot;
  const definition = revisions.get(configureRun?.revisionId ?? '')?.definition;
  const names = definition
    ? getPipelines(definition, 'resource', 'configure').map(
        ({ metadata }) => metadata.name,
      )
    : [];
  const configure = configureCondition(configureRun, names);
  const works =
    configureRun &&
    (configureRun.state === 'Succeeded' || snapshot.works.length > 0)
      ? worksCondition(snapshot, difference, 'resource')
      : undefined;
  return [
    promiseAvailable(promiseGate(promise)),
    configure,
    works,
    reconciledCondition({
      setAside: request.setAside !== undefined,
      paused: request.paused,
      suspended: configureRun?.state === 'Suspended',
      configure,
      works,
    }),
    deleteCondition(deleteRun?.state),
  ].filter(condition => condition !== undefined);
}

function promiseAvailable(available: boolean): DerivedCondition {
  return available
    ? {
        type: 'PromiseAvailable',
        status: 'True',
        reason: 'PromiseAvailable',
        message: 'Promise Requirements are met',
      }
    : {
        type: 'PromiseAvailable',
        status: 'False',
        reason: 'PromiseRequirementsNotInstalled',
        message: 'Promise Requirements are not installed',
      };
}

function deleteCondition(
  state: string | undefined,
): DerivedCondition | undefined {
  const type = 'DeleteWorkflowCompleted';
  if (state === 'Failed') {
    return {
      type,
      status: 'False',
      reason: 'DeleteWorkflowFailed',
      message: 'The Delete Pipeline has failed',
    };
  }
  if (state === 'Suspended') {
    return {
      type,
      status: 'False',
      reason: 'DeleteWorkflowSuspended',
      message: 'The delete workflow is suspended',
    };
  }
  return undefined;
}
