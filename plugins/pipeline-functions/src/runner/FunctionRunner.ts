import type {
  Pipeline,
  PipelineContainer,
} from '@promissory/plugin-promises-common';
import type {
  PipelineOutcome,
  PipelineRunner,
  RunnerLimits,
  RunnerVerdict,
  RunPipelineOptions,
  StepResult,
} from '@promissory/plugin-promises-node';
import type Piscina from 'piscina';
import { createWorkerPool } from './createWorkerPool';
import { describeFunctionVerdict } from './describeFunctionVerdict';
import { expand, expandVariables } from './expandVariables';
import {
  defaultFunctionImages,
  matchFunctionImage,
  type FunctionImage,
} from './matchFunctionImage';
import type { WorkerAnswer } from './messages';

type Files = ReadonlyMap<string, Uint8Array>;

/** Options of the {@link FunctionRunner}. @public */
export interface FunctionRunnerOptions {
  /** Which images are functions; {@link defaultFunctionImages} unless given. */
  readonly images?: readonly FunctionImage[];
  /** How many functions run at once; 2 unless given. */
  readonly threads?: number;
}

/**
 * Runs pipelines whose containers are all known functions, in worker threads of this process: bounded in time, memory
 * and output, not sandboxed (our code, their data).
 *
 * @public
 */
export class FunctionRunner implements PipelineRunner {
  readonly name = 'function';
  readonly #images: readonly FunctionImage[];
  readonly #pool: Piscina;

  private constructor(images: readonly FunctionImage[], pool: Piscina) {
    this.#images = images;
    this.#pool = pool;
  }

  static create(options: FunctionRunnerOptions = {}): FunctionRunner {
    return new FunctionRunner(
      options.images ?? defaultFunctionImages,
      createWorkerPool({ threads: options.threads ?? 2 }),
    );
  }

  verdict(pipeline: Pipeline): RunnerVerdict {
    return describeFunctionVerdict(pipeline, this.#images);
  }

  async run(options: RunPipelineOptions): Promise<PipelineOutcome> {
    let output: Files = new Map();
    let metadata: Files = new Map();
    for (const [
      index,
      container,
    ] of options.pipeline.spec.containers.entries()) {
      await options.observer.stepStarted(index);
      const answer = boundOutput(
        output,
        await this.#runContainer(container, { ...options, output, metadata }),
        options.limits,
      );
      await this.#report(index, answer, options);
      if (answer.result.state === 'Failed') {
        const { reason, message } = answer.result;
        return {
          state: 'Failed',
          reason,
          message,
          output: new Map(),
          metadata: new Map(),
        };
      }
      output = new Map([...output, ...answer.output]);
      metadata = new Map([...metadata, ...answer.metadata]);
    }
    return { state: 'Succeeded', output, metadata };
  }

  async stop(): Promise<void> {
    await this.#pool.destroy();
  }

  async #runContainer(
    container: PipelineContainer,
    options: RunPipelineOptions & {
      readonly output: Files;
      readonly metadata: Files;
    },
  ): Promise<ContainerAnswer> {
    const image = matchFunctionImage(container.image, this.#images);
    if (!image) {
      return failed(
        'UnknownFunction',
        `${container.image} is not a known function`,
      );
    }
    const environment = expandVariables(options.environment, container);
    const timeout = AbortSignal.timeout(options.limits.timeoutMs);
    try {
      const answer: WorkerAnswer = await this.#pool.run(
        {
          function: image.function,
          object: options.object,
          environment,
          arguments: (container.args ?? []).map(argument =>
            expand(argument, environment),
          ),
          output: options.output,
          metadata: options.metadata,
          limits: options.limits,
        },
        { signal: AbortSignal.any([options.signal, timeout]) },
      );
      return answer.state === 'Failed'
        ? { ...failed('Error', answer.message), log: answer.log }
        : { ...answer, result: { state: 'Succeeded', exitCode: 0 } };
    } catch (error) {
      if (options.signal.aborted) {
        // Nobody waits for the outcome any more: what was to be recorded is recorded by whoever takes over.
        throw options.signal.reason;
      }
      if (timeout.aborted) {
        return failed(
          'TimedOut',
          `ran longer than ${options.limits.timeoutMs} ms and was ended`,
        );
      }
      return failed(
        'Error',
        `ended unexpectedly: ${
          error instanceof Error ? error.message : String(error)
        }`,
      );
    }
  }

  async #report(
    index: number,
    answer: ContainerAnswer,
    options: RunPipelineOptions,
  ): Promise<void> {
    const log = boundLog(answer.log, options.limits.logBytes);
    if (log.length > 0) {
      await options.observer.log(index, 'stdout', log);
    }
    if (answer.result.message) {
      await options.observer.log(index, 'stderr', [answer.result.message]);
    }
    await options.observer.stepFinished(index, answer.result);
  }
}

interface ContainerAnswer {
  readonly result: StepResult;
  readonly output: Files;
  readonly metadata: Files;
  readonly log: readonly string[];
}

function failed(reason: string, message: string): ContainerAnswer {
  return {
    result: { state: 'Failed', exitCode: 1, reason, message },
    output: new Map(),
    metadata: new Map(),
    log: [],
  };
}

/** Fails where the files of all containers together are more than the pipeline may leave. */
function boundOutput(
  before: Files,
  answer: ContainerAnswer,
  { outputBytes, outputFiles }: RunnerLimits,
): ContainerAnswer {
  const files = [...new Map([...before, ...answer.output]).values()];
  const bytes = files.reduce((sum, { byteLength }) => sum + byteLength, 0);
  return files.length > outputFiles || bytes > outputBytes
    ? {
        ...failed(
          'OutputTooLarge',
          `the output of the pipeline is larger than ${outputBytes} bytes or ${outputFiles} files`,
        ),
        log: answer.log,
      }
    : answer;
}

/** As many lines as fit, and a last one that says how many were dropped. */
function boundLog(
  lines: readonly string[],
  maxBytes: number,
): readonly string[] {
  let bytes = 0;
  const fitting = lines.findIndex(
    line => (bytes += Buffer.byteLength(line) + 1) > maxBytes,
  );
  return fitting === -1
    ? lines
    : [
        ...lines.slice(0, fitting),
        `[${
          lines.length - fitting
        } more lines: the log is limited to ${maxBytes} bytes]`,
      ];
}
