import type { FunctionRunner } from '@promissory/plugin-pipeline-functions';
import type {
  JsonObject,
  PolicyViolation,
} from '@promissory/plugin-promises-common';
import type { FactReader } from '@promissory/plugin-promises-node';
import type { ExamplePromise } from './readPromises';

/** What the pipelines of a Promise left behind for a request. */
export interface RequestRun {
  readonly state: 'Succeeded' | 'Failed';
  readonly message?: string;
  readonly violations: readonly PolicyViolation[];
  /** Text of each file by its path. */
  readonly files: ReadonlyMap<string, string>;
  readonly metadata: ReadonlyMap<string, string>;
}

const LIMITS = {
  timeoutMs: 30_000,
  outputBytes: 1_000_000,
  outputFiles: 100,
  logBytes: 100_000,
};

/** What a step may ask: only the static dependencies of the examples. */
function factReader(promises: ReadonlyMap<string, ExamplePromise>): FactReader {
  return async query => {
    if (query.kind !== 'dependency') {
      throw new Error(`no fact ${query.kind} here`);
    }
    const dependencies =
      promises.get(query.promise)?.definition.spec.dependencies ?? [];
    const found = dependencies.find(
      ({ kind, metadata }) =>
        kind === query.document.kind &&
        (metadata as { name?: unknown }).name === query.document.name,
    );
    return (found ?? null) as never;
  };
}

/** Runs the configure pipeline for an admitted request, by the same runner as the backend. */
export async function runRequest(options: {
  readonly runner: FunctionRunner;
  readonly promises: ReadonlyMap<string, ExamplePromise>;
  readonly promise: string;
  readonly object: JsonObject;
}): Promise<RequestRun> {
  const { runner, promises, promise, object } = options;
  const pipelines = promises.get(promise)?.pipelines ?? [];
  if (pipelines.length !== 1) {
    throw new Error(`${promise} has ${pipelines.length} pipelines, not one`);
  }
  const outcome = await runner.run({
    id: 'example',
    pipeline: pipelines[0],
    type: 'resource',
    action: 'configure',
    object,
    environment: [
      { name: 'KRATIX_PROMISE_NAME', value: promise },
      { name: 'KRATIX_PIPELINE_NAME', value: pipelines[0].metadata.name },
    ],
    limits: LIMITS,
    readFact: factReader(promises),
    signal: new AbortController().signal,
    observer: {
      stepStarted: async () => undefined,
      stepFinished: async () => undefined,
      log: async () => undefined,
    },
  });
  const texts = (files: ReadonlyMap<string, Uint8Array>) =>
    new Map(
      [...files].map(([path, bytes]) => [
        path,
        new TextDecoder().decode(bytes),
      ]),
    );
  return {
    state: outcome.state,
    message: outcome.message,
    violations: outcome.violations ?? [],
    files: texts(outcome.output),
    metadata: texts(outcome.metadata),
  };
}
