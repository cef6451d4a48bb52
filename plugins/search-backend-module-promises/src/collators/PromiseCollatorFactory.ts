import { Readable } from 'node:stream';
import type { DocumentCollatorFactory } from '@backstage/plugin-search-common';
import {
  promiseReadPermission,
  SEARCH_TYPE_PROMISE,
  type PromisesApi,
} from '@promissory/plugin-promises-common';
import { toPromiseDocument } from '../documents/toPromiseDocument';
import type { PageReader } from './PageReader';

/** Promises for the search index; search shows each person those that they may read. */
export class PromiseCollatorFactory implements DocumentCollatorFactory {
  readonly type = SEARCH_TYPE_PROMISE;
  readonly visibilityPermission = promiseReadPermission;
  readonly #options: CollatorOptions;

  static create(options: CollatorOptions): PromiseCollatorFactory {
    return new PromiseCollatorFactory(options);
  }

  private constructor(options: CollatorOptions) {
    this.#options = options;
  }

  async getCollator(): Promise<Readable> {
    return Readable.from(this.#documents());
  }

  async *#documents() {
    const { api, pages, pagePath, pageSize: limit } = this.#options;
    const cards = pages.read((cursor, options) =>
      api.listPromises({ limit, cursor }, options),
    );
    for await (const card of cards) {
      yield toPromiseDocument(card, { pagePath });
    }
  }
}

/** What a collator is made of. */
export interface CollatorOptions {
  readonly api: Pick<PromisesApi, 'listPromises' | 'listRequests'>;
  readonly pages: PageReader;
  /** Where the app has mounted the pages. */
  readonly pagePath: string;
  /** How many are read at once. */
  readonly pageSize: number;
}
