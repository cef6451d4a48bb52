import type { LoggerService } from '@backstage/backend-plugin-api';
import type { PromisesSession } from '../session/PromisesSession';
import { describeEvent } from './describeEvent';

const PAGE = 200;

/** What a progress log is made of. */
export interface ProgressLogOptions {
  readonly session: PromisesSession;
  readonly uid: string;
  readonly logger: Pick<LoggerService, 'info'>;
}

/** Tells the events of one request in a task log, each once, from the first one on. */
export class ProgressLog {
  readonly #options: ProgressLogOptions;
  #position: string | undefined;
  #last: string | undefined;

  static create(options: ProgressLogOptions): ProgressLog {
    return new ProgressLog(options);
  }

  private constructor(options: ProgressLogOptions) {
    this.#options = options;
  }

  /** Tells what happened since the last call. */
  async tell(): Promise<void> {
    const { session, uid, logger } = this.#options;
    for (;;) {
      const query = { after: this.#position, limit: PAGE };
      const { items, next } = await session.call((api, call) =>
        api.listRequestEvents(uid, query, call),
      );
      for (const event of items) {
        const line = describeEvent(event);
        // A state may change in details that the line does not show.
        if (line && line !== this.#last) logger.info(line);
        this.#last = line ?? this.#last;
      }
      this.#position = next ?? items.at(-1)?.position ?? this.#position;
      if (items.length < PAGE) return;
    }
  }
}
