import type { Preview } from '@promissory/plugin-promises-common';
import pLimit, { type Limit } from 'p-limit';
import { previewRequest, type PreviewRequestOptions } from './previewRequest';
import type { PreviewTools } from './types';

/** Previews share the runners with orders: more than these at a time wait for each other. */
const AT_A_TIME = 2;

/** Previews of orders and changes. */
export class Previews {
  static create(tools: PreviewTools): Previews {
    return new Previews(tools);
  }

  readonly #tools: PreviewTools;
  readonly #limit: Limit = pLimit(AT_A_TIME);

  private constructor(tools: PreviewTools) {
    this.#tools = tools;
  }

  /** Rejects with the reason of the signal when it is aborted, also while the preview waits for others. */
  preview(options: PreviewRequestOptions): Promise<Preview> {
    return this.#limit(async () => {
      options.signal.throwIfAborted();
      return previewRequest(this.#tools, options);
    });
  }
}
