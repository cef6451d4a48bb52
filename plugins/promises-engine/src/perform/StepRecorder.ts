import { setTimeout as sleep } from 'node:timers/promises';
import type {
  PipelineObserver,
  StepResult,
} from '@promissory/plugin-promises-node';
import type { Knex } from 'knex';
import type { StepLogRow, StepRow } from '../database/rows/rows';
import type { SnapshotPart } from '../database/operations/requests/advanceRequestSnapshot';
import type { NewEvent } from '../events/types';
import { reachPoint } from '../points/reachPoint';
import { cleanText } from '../text/cleanText';
import type { Change, PerformTools, Subject } from './types';

const LOG_EVENT_MS = 100;
/** SQLite takes 500 rows in a statement. */
const CHUNK = 500;
/** So long the beginning of a step waits for its end. */
const SHORT_STEP_MS = 30;

/** The steps of one attempt of a pipeline. */
export interface StepRecorderOptions {
  readonly subject: Subject;
  readonly tools: PerformTools;
  readonly runId: string;
  readonly workflow: 'configure' | 'delete';
  readonly pipeline: string;
  /** in the order of the containers */
  readonly steps: ReadonlyArray<{ readonly id: string; readonly name: string }>;
  /** Writes the steps before anything is told of them; may run again. */
  readonly begin?: (transaction: Knex.Transaction) => Promise<void>;
}

/**
 * Records what a runner tells, in the order in which it is told; it is durable when the call returns. Every line is
 * stored, and at most ten events a second tell of a step's lines.
 */
export class StepRecorder implements PipelineObserver {
  static create(options: StepRecorderOptions): StepRecorder {
    return new StepRecorder(options);
  }

  readonly #options: StepRecorderOptions;
  readonly #lines: number[];
  readonly #told: number[];
  readonly #waiting: Recording[] = [];
  /** Aborted by what does not wait. */
  #hurry = new AbortController();
  /** What is being recorded, never rejected. */
  #writing: Promise<void> = Promise.resolve();
  /** What will be recorded after it. */
  #next: Promise<void> | undefined;
  #failure: { readonly error: unknown } | undefined;
  #lastLogEvent = 0;
  #timer: NodeJS.Timeout | undefined;

  private constructor(options: StepRecorderOptions) {
    this.#options = options;
    this.#lines = options.steps.map(() => 0);
    this.#told = options.steps.map(() => 0);
    if (options.begin) this.#begin(options.begin);
  }

  /** Has the steps written, together with what is told right after. */
  #begin(begin: NonNullable<StepRecorderOptions['begin']>): void {
    this.#enqueue({
      touches: ['runs', 'steps'],
      mayWait: true,
      write: async transaction => {
        await begin(transaction);
        return [];
      },
    }).catch(() => {
      // Told by throwIfFailed.
    });
  }

  stepStarted(index: number): Promise<void> {
    const { id } = this.#step(index);
    const { tools } = this.#options;
    const at = tools.now().toISOString();
    return this.#enqueue({
      touches: ['steps'],
      mayWait: true,
      write: async transaction => {
        await transaction<StepRow>('steps').where({ id }).update({
          state: 'Running',
          started_at: at,
        });
        return [this.#event('StepStarted', index, {})];
      },
    });
  }

  async stepFinished(index: number, result: StepResult): Promise<void> {
    const { id } = this.#step(index);
    const { tools, workflow } = this.#options;
    const logLines = this.#lines[index];
    this.#told[index] = logLines;
    const end = {
      state: result.state,
      reason: result.reason,
      message: result.message && cleanText(result.message),
      exitCode: result.exitCode,
    };
    await this.#enqueue({
      write: async transaction => {
        await transaction<StepRow>('steps')
          .where({ id })
          .update({
            state: end.state,
            reason: end.reason ?? null,
            message: end.message ?? null,
            exit_code: end.exitCode ?? null,
            finished_at: tools.now().toISOString(),
          });
        return [this.#event('StepFinished', index, { ...end, logLines })];
      },
    });
    reachPoint({ point: 'stepDone', workflow });
  }

  async log(
    index: number,
    stream: 'stdout' | 'stderr',
    lines: readonly string[],
  ): Promise<void> {
    if (lines.length === 0) return;
    const { id } = this.#step(index);
    const { tools } = this.#options;
    const first = this.#lines[index] + 1;
    const last = this.#lines[index] + lines.length;
    this.#lines[index] = last;
    const tell = Date.now() - this.#lastLogEvent >= LOG_EVENT_MS;
    if (tell) this.#markTold(index, last);
    await this.#enqueue({
      write: async transaction => {
        const at = tools.now().toISOString();
        const rows: StepLogRow[] = lines.map((text, offset) => ({
          step_id: id,
          sequence: first + offset,
          stream,
          at,
          text: cleanText(text),
        }));
        for (let start = 0; start < rows.length; start += CHUNK) {
          await transaction<StepLogRow>('step_logs').insert(
            rows.slice(start, start + CHUNK),
          );
        }
        await transaction<StepRow>('steps')
          .where({ id })
          .update({ log_lines: last });
        return tell ? [this.#logEvent(index, last)] : [];
      },
    });
    if (!tell) this.#tellLater(index);
  }

  /** Throws what kept something from being recorded. */
  throwIfFailed(): void {
    if (this.#failure) throw this.#failure.error;
  }

  /** Waits for what is being recorded. */
  async close(): Promise<void> {
    clearTimeout(this.#timer);
    await this.#writing;
  }

  #tellLater(index: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      const { tools } = this.#options;
      const last = this.#lines[index];
      if (this.#told[index] === last) return;
      this.#markTold(index, last);
      this.#enqueue({
        write: async () => [this.#logEvent(index, last)],
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

  /** What is told while something is being recorded is recorded together, in the order in which it was told. */
  async #enqueue(recording: Recording): Promise<void> {
    this.#waiting.push(recording);
    if (!recording.mayWait) this.#hurry.abort();
    const earlier = this.#writing;
    const writing = (this.#next ??= earlier
      .catch(() => {})
      .then(async () => {
        await this.#waitForMore();
        this.#next = undefined;
        const recordings = this.#waiting.splice(0);
        return this.#write(recordings);
      }));
    this.#writing = writing.catch(error => {
      this.#failure ??= { error };
    });
    await writing;
  }

  /** A short step is over before its beginning is recorded: then that takes one transaction instead of two. */
  async #waitForMore(): Promise<void> {
    this.#hurry = new AbortController();
    if (this.#waiting.every(({ mayWait }) => mayWait)) {
      const { signal } = this.#hurry;
      await sleep(SHORT_STEP_MS, undefined, { signal }).catch(() => {});
    }
  }

  async #write(recordings: readonly Recording[]): Promise<void> {
    const { subject } = this.#options;
    const change: Change = async transaction => {
      const events: NewEvent[] = [];
      for (const { write } of recordings) {
        events.push(...(await write(transaction)));
      }
      return { events };
    };
    const touches = recordings.flatMap(recording => recording.touches ?? []);
    await (touches.length > 0
      ? subject.record(change, { touches })
      : subject.append(change));
  }
}

/** Rows that are written, and the events that tell of them. */
interface Recording {
  readonly write: (
    transaction: Knex.Transaction,
  ) => Promise<readonly NewEvent[]>;
  /** Parts of a snapshot from which another state may follow. */
  readonly touches?: readonly SnapshotPart[];
  /** More is told soon. */
  readonly mayWait?: boolean;
}
