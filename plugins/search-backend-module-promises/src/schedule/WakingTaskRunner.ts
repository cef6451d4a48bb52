import type {
  LoggerService,
  SchedulerService,
  SchedulerServiceTaskInvocationDefinition,
  SchedulerServiceTaskRunner,
  SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import { isError, stringifyError } from '@backstage/errors';

/** What the runner is made of. */
export interface WakingTaskRunnerOptions {
  readonly scheduler: SchedulerService;
  readonly schedule: SchedulerServiceTaskScheduleDefinition;
  readonly logger: LoggerService;
  /** Between one run that was asked for and the next. */
  readonly pauseMs: number;
}

/**
 * Runs a task by its schedule, and earlier when it is woken: soon after the first wake-up, and then after a pause as long as
 * there are more. A wake-up that is lost is made up for by the schedule.
 */
export class WakingTaskRunner implements SchedulerServiceTaskRunner {
  readonly #options: WakingTaskRunnerOptions;
  readonly #taskIds = new Set<string>();
  #timer: NodeJS.Timeout | undefined;
  #triggeredAt = 0;
  #isClosed = false;

  static create(options: WakingTaskRunnerOptions): WakingTaskRunner {
    return new WakingTaskRunner(options);
  }

  private constructor(options: WakingTaskRunnerOptions) {
    this.#options = options;
  }

  async run(task: SchedulerServiceTaskInvocationDefinition): Promise<void> {
    const { scheduler, schedule } = this.#options;
    await scheduler.createScheduledTaskRunner(schedule).run(task);
    this.#taskIds.add(task.id);
  }

  /** Asks for a run. Returns at once. */
  wake(): void {
    if (this.#isClosed || this.#timer) return;
    const next = this.#triggeredAt + this.#options.pauseMs;
    this.#timer = setTimeout(
      () => void this.#trigger(),
      Math.max(0, next - Date.now()),
    );
    this.#timer.unref();
  }

  /** No run is asked for any more; for the shutdown of the backend. */
  close(): void {
    this.#isClosed = true;
    clearTimeout(this.#timer);
  }

  async #trigger(): Promise<void> {
    const { scheduler, logger } = this.#options;
    this.#timer = undefined;
    this.#triggeredAt = Date.now();
    for (const id of this.#taskIds) {
      try {
        await scheduler.triggerTask(id);
      } catch (error) {
        if (isError(error) && error.name === 'ConflictError') {
          // A run is under way and may have passed what changed: once more after it.
          this.wake();
        } else {
          logger.debug(`Cannot run ${id} early: ${stringifyError(error)}`);
        }
      }
    }
  }
}
