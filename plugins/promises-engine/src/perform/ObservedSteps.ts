import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Span } from '@opentelemetry/api';
import type {
  PipelineObserver,
  StepResult,
} from '@promissory/plugin-promises-node';
import type { EngineObserver } from '../observe/EngineObserver';
import { failSpan, startSpan } from '../observe/inSpan';

/** Whose steps they are. */
export interface ObservedStepsOptions {
  /** Records them. */
  readonly recorder: PipelineObserver;
  readonly observer: EngineObserver;
  readonly logger: LoggerService;
  readonly promise: string;
  readonly runner: string;
  /** in the order of the containers */
  readonly steps: ReadonlyArray<{ readonly id: string; readonly name: string }>;
}

/** Passes on what a runner tells, and tells the observer and the trace how long each step took. */
export class ObservedSteps implements PipelineObserver {
  static create(options: ObservedStepsOptions): ObservedSteps {
    return new ObservedSteps(options);
  }

  readonly #options: ObservedStepsOptions;
  readonly #running = new Map<number, { readonly span: Span; since: number }>();

  private constructor(options: ObservedStepsOptions) {
    this.#options = options;
  }

  async stepStarted(index: number): Promise<void> {
    const step = this.#options.steps[index];
    const span = startSpan('promises.step', {
      attributes: {
        'promises.step.id': step?.id,
        'promises.step.name': step?.name,
        'promises.runner': this.#options.runner,
      },
    });
    this.#running.set(index, { span, since: performance.now() });
    await this.#options.recorder.stepStarted(index);
  }

  async stepFinished(index: number, result: StepResult): Promise<void> {
    await this.#options.recorder.stepFinished(index, result);
    const running = this.#running.get(index);
    if (!running) return;
    const { promise, runner, observer } = this.#options;
    if (result.state === 'Failed') {
      failSpan(running.span, result.message ?? result.reason);
    }
    running.span.end();
    this.#running.delete(index);
    const { state } = result;
    const seconds = (performance.now() - running.since) / 1_000;
    const step = this.#options.steps[index];
    this.#options.logger.debug(
      `Step ${step.name} ended ${state} after ${seconds.toFixed(3)} s`,
      { step: step.id },
    );
    observer.stepFinished?.({ promise, runner, state, seconds });
  }

  log(
    index: number,
    stream: 'stdout' | 'stderr',
    lines: readonly string[],
  ): Promise<void> {
    return this.#options.recorder.log(index, stream, lines);
  }

  /** Ends what was not told to have ended: the claim was lost, or the runner broke. */
  close(): void {
    for (const { span } of this.#running.values()) {
      failSpan(span, 'It was not told how this step ended');
      span.end();
    }
    this.#running.clear();
  }
}
