import { ulid } from 'ulid';
import type { Pipeline } from '@promissory/plugin-promises-common';
import type {
  PipelineOutcome,
  PipelineRunner,
} from '@promissory/plugin-promises-node';
import { resetSteps } from '../database/operations/steps/resetSteps';
import { updateRun } from '../database/operations/runs/updateRun';
import { createFactReader } from '../facts/createFactReader';
import type { FactScope } from '../facts/FactScope';
import { listMissingChildren } from '../facts/listMissingChildren';
import type { Action } from '../plan/actions';
import type { RequestSnapshot, RunFacts } from '../plan/snapshot';
import { failSpan, inSpan } from '../observe/inSpan';
import { causeOf } from '../observe/causeOf';
import { getPipelines } from '@promissory/plugin-promises-common';
import { chooseRunner } from './chooseRunner';
import { findRun } from './findRun';
import { ObservedSteps } from './ObservedSteps';
import { recordFailure } from './recordFailure';
import { recordOutcome } from './recordOutcome';
import { recordRunnerFault } from './recordRunnerFault';
import { StepRecorder } from './StepRecorder';
import type { PerformTools, Subject } from './types';

/** The runner is broken; nothing is known of the pipeline. */
interface RunnerFault {
  readonly error: unknown;
}

/**
 * Runs one pipeline and records its outcome. Nothing of it is recorded where the claim was lost or the engine stops:
 * the pipeline is started over by whoever looks next.
 */
export async function runPipeline(
  subject: Subject,
  action: Extract<Action, { kind: 'runPipeline' }>,
  given: PerformTools,
): Promise<void> {
  const run = findRun(subject, action.runId);
  const tools = { ...given, logger: given.logger.child({ run: run.id }) };
  const revision = subject.snapshot.revisions.get(run.revisionId);
  const pipeline =
    revision &&
    getPipelines(revision.definition, run.type, run.workflow)[
      action.pipelineIndex
    ];
  if (!revision || !pipeline) {
    await recordFailure(subject, tools, run, {
      reason: 'PipelineNotFound',
      message: `Revision ${run.revisionId} has no pipeline number ${
        action.pipelineIndex + 1
      }`,
    });
    return;
  }
  const choice = chooseRunner(tools.runners, pipeline);
  if (!('runner' in choice)) {
    await recordFailure(subject, tools, run, {
      reason: 'NoRunner',
      message: `Nothing here can run pipeline ${pipeline.metadata.name}: ${choice.reason}. ${choice.remedy}`,
    });
    return;
  }
  const { runner } = choice;
  const outcome = await inSpan(
    'promises.pipeline',
    {
      attributes: {
        'promises.promise': subject.snapshot.promise.name,
        'promises.request.uid': subject.requestUid,
        'promises.run.id': run.id,
        'promises.pipeline': pipeline.metadata.name,
        'promises.workflow': run.workflow,
        'promises.runner': runner.name,
      },
      ...causeOf(subject.snapshot, run.trigger),
    },
    async span => {
      const ended = await execute(subject, tools, run, pipeline, runner);
      if (!('error' in ended) && ended.state === 'Failed') {
        failSpan(span, ended.message ?? ended.reason);
      }
      return ended;
    },
  );
  subject.signal.throwIfAborted();
  if ('error' in outcome) {
    await recordRunnerFault(subject, tools, run, {
      runner: choice.runner.name,
      pipeline: pipeline.metadata.name,
      error: outcome.error,
    });
    return;
  }
  await recordOutcome(subject, tools, {
    run,
    pipeline,
    definition: revision.definition,
    outcome,
  });
}

async function execute(
  subject: Subject,
  tools: PerformTools,
  run: RunFacts,
  pipeline: Pipeline,
  runner: PipelineRunner,
): Promise<PipelineOutcome | RunnerFault> {
  const steps = pipeline.spec.containers.map(({ name }) => ({
    id: ulid(),
    name,
  }));
  const recorder = StepRecorder.create({
    subject,
    tools,
    runId: run.id,
    workflow: run.workflow,
    pipeline: pipeline.metadata.name,
    steps,
    begin: async transaction => {
      await updateRun(transaction, run.id, { state: 'Running' });
      await resetSteps(transaction, {
        runId: run.id,
        pipelineIndex: run.pipelineIndex,
        pipeline,
        runner: runner.name,
        ids: steps.map(({ id }) => id),
      });
    },
  });
  const observed = ObservedSteps.create({
    recorder,
    observer: tools.observer ?? {},
    logger: tools.logger,
    promise: subject.snapshot.promise.name,
    runner: runner.name,
    steps,
  });
  try {
    const outcome = await runner.run({
      // The first step is written anew with every attempt.
      id: steps[0]?.id ?? `${run.id}-${run.pipelineIndex}`,
      pipeline,
      type: run.type,
      action: run.workflow,
      object: await subject.object(),
      environment: subject.environment(run, pipeline),
      limits: tools.limits,
      readFact: createFactReader({
        knex: tools.knex,
        revisions: tools.revisions,
        platform: subject.platform,
        run,
        request: requestOf(subject),
      }),
      signal: subject.signal,
      observer: observed,
    });
    await recorder.close();
    recorder.throwIfFailed();
    return outcome;
  } catch (error) {
    subject.signal.throwIfAborted();
    // What could not be recorded is a fault of the database, not of the runner that passed it on.
    recorder.throwIfFailed();
    return { error };
  } finally {
    await recorder.close();
    observed.close();
  }
}

/** Whose step asks for facts; a Promise's own workflow is nobody's request. */
function requestOf({ scope, snapshot }: Subject): FactScope['request'] {
  const { requestUid: uid, namespace, ownerRef } = scope;
  const { request, children } = snapshot as Partial<RequestSnapshot>;
  return uid && namespace && ownerRef && request && children
    ? {
        uid,
        namespace,
        ownerRef,
        missingChildren: listMissingChildren({ request, children }),
      }
    : undefined;
}
