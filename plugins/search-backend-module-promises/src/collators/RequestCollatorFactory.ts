import { Readable } from 'node:stream';
import type { DocumentCollatorFactory } from '@backstage/plugin-search-common';
import {
  requestReadPermission,
  SEARCH_TYPE_REQUEST,
} from '@promissory/plugin-promises-common';
import { toRequestDocument } from '../documents/toRequestDocument';
import type { CollatorOptions } from './PromiseCollatorFactory';

/** Requests for the search index; search shows each person those that they may read. */
export class RequestCollatorFactory implements DocumentCollatorFactory {
  readonly type = SEARCH_TYPE_REQUEST;
  readonly visibilityPermission = requestReadPermission;
  readonly #options: CollatorOptions;

  static create(options: CollatorOptions): RequestCollatorFactory {
    return new RequestCollatorFactory(options);
  }

  private constructor(options: CollatorOptions) {
    this.#options = options;
  }

  async getCollator(): Promise<Readable> {
    return Readable.from(this.#documents());
  }

  async *#documents() {
    const { api, pages, pagePath, pageSize: limit } = this.#options;
    const requests = pages.read((cursor, options) =>
      api.listRequests({ limit, cursor }, options),
    );
    for await (const request of requests) {
      yield toRequestDocument(request, { pagePath });
    }
  }
}
