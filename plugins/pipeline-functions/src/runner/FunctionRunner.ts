import type {
  Pipeline,
  PipelineContainer,
  PolicyViolation,
} from '@promissory/plugin-promises-common';
import type {
  PipelineOutcome,
  PipelineRunner,
  RunnerVerdict,
  RunPipelineOptions,
} from '@promissory/plugin-promises-node';
import type Piscina from 'piscina';
import { FunctionError, pipelineFunctions } from '../pipelineFunction';
import { boundLog } from './boundLog';
import { boundOutput } from './boundOutput';
import {
  failedAnswer,
  type ContainerAnswer,
  type Files,
} from './containerAnswer';
import { createWorkerPool } from './createWorkerPool';
import { describeFunctionVerdict } from './describeFunctionVerdict';
import { expand, expandVariables } from './expandVariables';
import {
  defaultFunctionImages,
  matchFunctionImage,
  type FunctionImage,
} from './matchFunctionImage';
import type { WorkerAnswer, WorkerTask } from './messages';
import { FactsUnavailableError } from './FactsUnavailableError';
import { readFacts } from './readFacts';

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
    const violations: PolicyViolation[] = [];
    for (const [
      index,
      container,
    ] of options.pipeline.spec.containers.entries()) {
      const answer = await this.#runStep(index, container, {
        ...options,
        output,
        metadata,
      });
      violations.push(...answer.violations);
      if (answer.result.state === 'Failed') {
        const { reason, message } = answer.result;
        return {
          state: 'Failed',
          reason,
          message,
          violations,
          output: new Map(),
          metadata: new Map(),
        };
      }
      output = new Map([...output, ...answer.output]);
      metadata = new Map([...metadata, ...answer.metadata]);
    }
    return { state: 'Succeeded', output, metadata, violations };
  }

  async stop(): Promise<void> {
    await this.#pool.destroy();
  }

  /** A function is often over before its beginning is recorded: it does not wait for that. */
  async #runStep(
    index: number,
    container: PipelineContainer,
    options: RunPipelineOptions & {
      readonly output: Files;
      readonly metadata: Files;
    },
  ): Promise<ContainerAnswer> {
    const started = options.observer.stepStarted(index);
    // What keeps it from being recorded is told below.
    started.catch(() => {});
    const answer = boundOutput(
      options.output,
      await this.#runContainer(container, options),
      options.limits,
    );
    await Promise.all([started, this.#report(index, answer, options)]);
    return answer;
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
      return failedAnswer(
        'UnknownFunction',
        `${container.image} is not a known function`,
      );
    }
    const environment = expandVariables(options.environment, container);
    const timeout = AbortSignal.timeout(options.limits.timeoutMs);
    const signal = AbortSignal.any([options.signal, timeout]);
    const task: WorkerTask = {
      function: image.function,
      facts: pipelineFunctions.get(image.function)?.facts ? undefined : {},
      object: options.object,
      environment,
      arguments: (container.args ?? []).map(argument =>
        expand(argument, environment),
      ),
      output: options.output,
      metadata: options.metadata,
      limits: options.limits,
      now: new Date().toISOString(),
    };
    try {
      let answer: WorkerAnswer = await this.#pool.run(task, { signal });
      if (answer.state === 'Asks') {
        const facts = await readFacts(answer.queries, options.readFact);
        answer = await this.#pool.run({ ...task, facts }, { signal });
      }
      return toContainerAnswer(answer);
    } catch (error) {
      if (options.signal.aborted) {
        // Nobody waits for the outcome any more: what was to be recorded is recorded by whoever takes over.
        throw options.signal.reason;
      }
      if (error instanceof FactsUnavailableError) throw error;
      if (error instanceof FunctionError) {
        return failedAnswer(error.reason, error.message);
      }
      if (timeout.aborted) {
        return failedAnswer(
          'TimedOut',
          `ran longer than ${options.limits.timeoutMs} ms and was ended`,
        );
      }
      return failedAnswer(
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
    const { observer, limits } = options;
    const { log, result } = answer;
    // Told at once: an observer may record them together.
    await Promise.all([
      observer.log(index, 'stdout', boundLog(log, limits.logBytes)),
      observer.log(index, 'stderr', result.message ? [result.message] : []),
      observer.stepFinished(index, result),
    ]);
  }
}

function toContainerAnswer(answer: WorkerAnswer): ContainerAnswer {
  if (answer.state === 'Succeeded') {
    return { ...answer, result: { state: 'Succeeded', exitCode: 0 } };
  }
  return answer.state === 'Failed'
    ? failedAnswer(answer.reason, answer.message, {
        violations: answer.violations,
        log: answer.log,
      })
    : failedAnswer('Error', 'the function asked for facts twice');
}
