import type {
  Pipeline,
  PolicyViolation,
  PreviewedRequest,
} from '@promissory/plugin-promises-common';
import type {
  PipelineObserver,
  PipelineOutcome,
} from '@promissory/plugin-promises-node';
import { chooseRunner } from '../perform/chooseRunner';
import type { RevisionFacts, RunFacts } from '../plan/snapshot';
import { requestManifest } from '../status/requestManifest';
import { readOutcome } from '../workflow/readOutcome';
import { requestEnvironment } from '../workflow/requestEnvironment';
import type { PipelineResult } from '../workflow/types';
import { createPreviewFactReader } from './createPreviewFactReader';
import type { Preview, PreviewState } from './types';

/** A pipeline that stopped the preview of its request, or its output. */
export type PreviewedPipeline = {
  readonly violations: readonly PolicyViolation[];
} & (
  | { readonly end: Pick<PreviewedRequest, 'outcome' | 'message'> }
  | {
      readonly output: PipelineOutcome['output'];
      readonly result: PipelineResult;
    }
);

const SILENT: PipelineObserver = {
  stepStarted: async () => {},
  stepFinished: async () => {},
  log: async () => {},
};

/** Runs a pipeline that consists of functions. Any other image may do more than write files: it is left for the order. */
export async function runPreviewPipeline(
  preview: Preview,
  options: {
    readonly state: PreviewState;
    readonly revision: RevisionFacts;
    readonly pipeline: Pipeline;
    readonly run: RunFacts;
  },
): Promise<PreviewedPipeline> {
  const { state, revision, pipeline, run } = options;
  const choice = chooseRunner(preview.runners, pipeline);
  if (!('runner' in choice) || choice.runner.name !== 'function') {
    return unknown(
      `Pipeline ${pipeline.metadata.name} runs other images than functions, so what it writes is known after the order only`,
    );
  }
  const { snapshot } = state;
  const outcome = await choice.runner.run({
    id: `${run.id}-${run.pipelineIndex}`,
    pipeline,
    type: 'resource',
    action: 'configure',
    object: requestManifest({ ...snapshot, configureRun: run }),
    environment: requestEnvironment({
      request: snapshot.request,
      definition: revision.definition,
      action: 'configure',
      pipeline,
    }),
    limits: preview.limits,
    readFact: createPreviewFactReader(preview, state, run),
    signal: preview.signal,
    observer: SILENT,
  });
  preview.signal.throwIfAborted();
  const { violations = [] } = outcome;
  const read = readOutcome('configure', outcome);
  switch (read.kind) {
    case 'failed':
      return {
        violations,
        end: { outcome: 'Failed', message: read.message ?? read.reason },
      };
    case 'suspended':
      return {
        violations,
        end: {
          outcome: 'Waiting',
          message:
            read.result.control.message ??
            `Pipeline ${pipeline.metadata.name} waits`,
        },
      };
    default:
      return { violations, output: outcome.output, result: read.result };
  }
}

function unknown(message: string): PreviewedPipeline {
  return { violations: [], end: { outcome: 'Unknown', message } };
}
