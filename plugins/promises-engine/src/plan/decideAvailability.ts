import { getPipelines } from '@promissory/plugin-promises-common';
import type { Action, PromiseSnapshot, RevisionFacts } from './types';

/** Availability with Kratix's words for it. */
export type Availability = Omit<
  Extract<Action, { kind: 'recordAvailability' }>,
  'kind'
>;

/**
 * Whether a Promise takes and fulfils requests: its requirements are there, and its own workflow has succeeded for this
 * definition.
 */
export function decideAvailability(
  snapshot: PromiseSnapshot,
  revision: RevisionFacts,
): Availability {
  const missing = snapshot.requirements.filter(({ fulfilled }) => !fulfilled);
  if (missing.length > 0) {
    return {
      state: 'Unavailable',
      reason: 'RequirementsNotInstalled',
      message: `Requirements not fulfilled: ${missing
        .map(({ name, version, state }) =>
          version ? `${name} ${version}: ${state}` : `${name}: ${state}`,
        )
        .join('; ')}${describeCycle(snapshot)}`,
    };
  }
  const pipelines = getPipelines(revision.definition, 'promise', 'configure');
  return pipelines.length === 0
    ? available()
    : workflowAvailability(snapshot, revision, pipelines);
}

function describeCycle({ requirementCycle }: PromiseSnapshot): string {
  return requirementCycle
    ? `. They require each other in a circle, so none of them can become available: ${requirementCycle.join(
        ' → ',
      )}`
    : '';
}

function workflowAvailability(
  { configureRun }: PromiseSnapshot,
  revision: RevisionFacts,
  pipelines: ReturnType<typeof getPipelines>,
): Availability {
  const run =
    configureRun?.hash === revision.specHash ? configureRun : undefined;
  if (run?.state === 'Succeeded') return available(run.message);
  const pipeline = pipelines[run?.pipelineIndex ?? 0]?.metadata.name ?? '';
  if (run?.state === 'Failed') {
    return {
      state: 'Unavailable',
      reason: 'ConfigureWorkflowFailed',
      message: `A Configure Pipeline has failed: ${pipeline}${
        run.message ? `: ${run.message}` : ''
      }`,
    };
  }
  if (run?.state === 'Suspended') {
    return {
      state: 'Unavailable',
      reason: 'WorkflowSuspended',
      message: run.message ?? `Pipeline ${pipeline} is suspended`,
    };
  }
  return {
    state: 'Unavailable',
    reason: 'PipelinesInProgress',
    message: "The Promise's own pipelines are still in progress",
  };
}

function available(message?: string): Availability {
  return {
    state: 'Available',
    reason: 'PromiseAvailable',
    message: message ?? 'Ready to fulfil resource requests',
  };
}
