import type { JsonObject } from '@promissory/plugin-promises-common';
import type { PromiseSnapshot, RevisionFacts } from '../plan/snapshot';
import { pipelinePhases } from './pipelinePhases';

/** The Promise with its status in Kratix's layout: what its own pipelines read as object.yaml. */
export function promiseManifest(
  { promise, configureRun, requirements }: PromiseSnapshot,
  revision: RevisionFacts,
): JsonObject {
  const phases = configureRun
    ? pipelinePhases(configureRun, revision.definition)
    : [];
  const count = (phase: string) =>
    phases.filter(item => item.phase === phase).length;
  return {
    ...revision.definition,
    metadata: { ...revision.definition.metadata, uid: promise.id },
    status: {
      status: promise.state === 'Available' ? 'Available' : 'Unavailable',
      version: revision.version,
      message: promise.message,
      workflows: phases.length,
      workflowsSucceeded: count('Succeeded'),
      workflowsFailed: count('Failed'),
      requiredPromises: requirements.map(({ name, version, state }) => ({
        name,
        ...(version ? { version } : {}),
        state,
      })),
      kratix: { workflows: { pipelines: phases } },
    },
  };
}
