import type { JsonObject } from '@promissory/plugin-promises-common';
import { isActive } from '../plan/isActive';
import type { RequestSnapshot } from '../plan/snapshot';
import { pipelinePhases } from './pipelinePhases';
import { servedSpec } from './servedSpec';

/**
 * The request as a Kubernetes object with its status in Kratix's layout: what pipelines read as object.yaml, and what
 * the manifest route answers.
 */
export function requestManifest(snapshot: RequestSnapshot): JsonObject {
  const { request, generation, promise, revisions } = snapshot;
  const run = snapshot.deleteRun ?? snapshot.configureRun;
  const revision = revisions.get(
    run?.revisionId ?? promise.currentRevisionId ?? '',
  );
  return {
    apiVersion: `${request.apiGroup}/${request.apiVersion}`,
    kind: request.apiKind,
    metadata: {
      name: request.name,
      namespace: request.namespace,
      uid: request.uid,
      generation: generation.generation,
      creationTimestamp: request.createdAt,
      labels: {
        ...request.labels,
        'kratix.io/promise-name': request.promiseName,
      },
      ...(Object.keys(request.annotations).length > 0
        ? { annotations: request.annotations }
        : {}),
      ...(request.deleteRequestedAt
        ? { deletionTimestamp: request.deleteRequestedAt }
        : {}),
    },
    spec: servedSpec(generation.spec, revision?.definition),
    status: requestStatus(snapshot),
  };
}

function requestStatus(snapshot: RequestSnapshot): JsonObject {
  const { request, revisions, configureRun, deleteRun } = snapshot;
  const run = deleteRun ?? configureRun;
  const revision = run && revisions.get(run.revisionId);
  const phases =
    run && revision ? pipelinePhases(run, revision.definition) : [];
  const count = (phase: string) =>
    phases.filter(item => item.phase === phase).length;
  const completed = request.conditions.find(
    ({ type, status }) =>
      type === 'ConfigureWorkflowCompleted' && status === 'True',
  );
  return {
    message: kratixMessage(snapshot),
    ...request.status,
    observedGeneration: request.observedGeneration,
    workflows: phases.length,
    workflowsSucceeded: count('Succeeded'),
    workflowsFailed: count('Failed'),
    ...(revision ? { promiseVersion: revision.version } : {}),
    resourceBindingVersion: 'latest',
    conditions: request.conditions,
    kratix: {
      workflows: {
        pipelines: phases,
        ...(completed?.lastTransitionTime
          ? {
              lastSuccessfulConfigureWorkflowTime: completed.lastTransitionTime,
            }
          : {}),
        ...(run?.state === 'Suspended'
          ? { suspendedGeneration: run.generation }
          : {}),
      },
    },
  };
}

/** Kratix's message where no pipeline wrote one. */
function kratixMessage({ request, configureRun }: RequestSnapshot): string {
  if (request.paused) return 'Paused';
  return configureRun?.state === 'Succeeded' && !isActive(configureRun)
    ? 'Resource requested'
    : 'Pending';
}
