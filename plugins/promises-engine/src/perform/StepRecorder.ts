import type {
  PipelineObserver,
  StepResult,
} from '@promissory/plugin-promises-node';
import type { StepLogRow, StepRow } from '../database/rows/rows';
import type { NewEvent } from '../events/types';
import { reachPoint } from '../points/reachPoint';
import { cleanText } from '../text/cleanText';
import type { PerformTools, Subject } from './types';

const LOG_EVENT_MS = 100;

/** The steps of one attempt of a pipeline. */
export interface StepRecorderOptions {
  readonly subject: Subject;
  readonly tools: PerformTools;
  readonly runId: string;
  readonly workflow: 'configure' | 'delete';
  readonly pipeline: string;
  /** in the order of the containers */
  readonly steps: ReadonlyArray<{ readonly id: string; readonly name: string }>;
}

/**
 * Records what a runner tells, one call after the other; what is recorded is durable when the call returns. Every line
 * is stored, and at most ten events a second tell of a step's lines.
 */
export class StepRecorder implements PipelineObserver {
  static create(options: StepRecorderOptions): StepRecorder {
    return new StepRecorder(options);
  }

  readonly #options: StepRecorderOptions;
  readonly #lines: number[];
  readonly #told: number[];
  #queue: Promise<unknown> = Promise.resolve();
  #failure: { readonly error: unknown } | undefined;
  #lastLogEvent = 0;
  #timer: NodeJS.Timeout | undefined;

  private constructor(options: StepRecorderOptions) {
    this.#options = options;
    this.#lines = options.steps.map(() => 0);
    this.#told = options.steps.map(() => 0);
  }

  stepStarted(index: number): Promise<void> {
    const { subject, tools } = this.#options;
    return this.#enqueue(() =>
      subject.record(async transaction => {
        await transaction<StepRow>('steps')
          .where({ id: this.#step(index).id })
          .update({
            state: 'Running',
            started_at: tools.now().toISOString(),
          });
        return { events: [this.#event('StepStarted', index, {})] };
      }),
    );
  }

  stepFinished(index: number, result: StepResult): Promise<void> {
    const { subject, tools, workflow } = this.#options;
    return this.#enqueue(async () => {
      this.#told[index] = this.#lines[index];
      await subject.append(async transaction => {
        const end = {
          state: result.state,
          reason: result.reason,
          message: result.message && cleanText(result.message),
          exitCode: result.exitCode,
        };
        await transaction<StepRow>('steps')
          .where({ id: this.#step(index).id })
          .update({
            state: end.state,
            reason: end.reason ?? null,
            message: end.message ?? null,
            exit_code: end.exitCode ?? null,
            finished_at: tools.now().toISOString(),
          });
        return {
          events: [
            this.#event('StepFinished', index, {
              ...end,
              logLines: this.#lines[index],
            }),
          ],
        };
      });
      reachPoint({ point: 'stepDone', workflow });
    });
  }

  log(
    index: number,
    stream: 'stdout' | 'stderr',
    lines: readonly string[],
  ): Promise<void> {
    if (lines.length === 0) return Promise.resolve();
    const { subject, tools } = this.#options;
    return this.#enqueue(async () => {
      const first = this.#lines[index] + 1;
      const last = this.#lines[index] + lines.length;
      const tell = Date.now() - this.#lastLogEvent >= LOG_EVENT_MS;
      await subject.append(async transaction => {
        const at = tools.now().toISOString();
        await transaction.batchInsert<StepLogRow>(
          'step_logs',
          lines.map((text, offset) => ({
            step_id: this.#step(index).id,
            sequence: first + offset,
            stream,
            at,
            text: cleanText(text),
          })),
          500,
        );
        await transaction<StepRow>('steps')
          .where({ id: this.#step(index).id })
          .update({ log_lines: last });
        return { events: tell ? [this.#logEvent(index, last)] : [] };
      });
      this.#lines[index] = last;
      if (tell) this.#markTold(index, last);
      else this.#tellLater(index);
    });
  }

  /** Throws what kept something from being recorded. */
  throwIfFailed(): void {
    if (this.#failure) throw this.#failure.error;
  }

  /** Waits for what is being recorded. */
  async close(): Promise<void> {
    clearTimeout(this.#timer);
    await this.#queue;
  }

  #tellLater(index: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      const { subject, tools } = this.#options;
      this.#enqueue(async () => {
        const last = this.#lines[index];
        if (this.#told[index] === last) return;
        await subject.append(async () => ({
          events: [this.#logEvent(index, last)],
        }));
        this.#markTold(index, last);
      }).catch(error =>
        tools.logger.debug(`A log event could not be appended: ${error}`),
      );
    }, LOG_EVENT_MS);
  }

  #markTold(index: number, last: number): void {
    this.#told[index] = last;
    this.#lastLogEvent = Date.now();
  }

  #logEvent(index: number, lastSequence: number): NewEvent {
    return this.#event('StepLogged', index, { lastSequence });
  }

  #event(
    type: NewEvent['type'],
    index: number,
    payload: NewEvent['payload'],
  ): NewEvent {
    const { subject, runId, pipeline } = this.#options;
    const { id, name } = this.#step(index);
    return {
      ...subject.scope,
      type,
      runId,
      stepId: id,
      payload: { pipeline, container: name, ...payload },
    };
  }

  #step(index: number): { readonly id: string; readonly name: string } {
    const step = this.#options.steps[index];
    if (!step) {
      throw new RangeError(
        `Pipeline ${
          this.#options.pipeline
        } has no container with index ${index}`,
      );
    }
    return step;
  }

  #enqueue(task: () => Promise<void>): Promise<void> {
    const result = this.#queue.then(task);
    this.#queue = result.catch(error => {
      this.#failure ??= { error };
    });
    return result;
  }
}
