import type { AuthService } from '@backstage/backend-plugin-api';
import type { PromisesCallOptions } from '@promissory/plugin-promises-common';

/** One page of a list of the promises backend. */
export interface Page<TItem> {
  readonly items: readonly TItem[];
  readonly nextCursor?: string;
}

/** Reads a list of the promises backend to its end, with the search plugin's own credentials. */
export class PageReader {
  readonly #auth: AuthService;

  static create(options: { readonly auth: AuthService }): PageReader {
    return new PageReader(options.auth);
  }

  private constructor(auth: AuthService) {
    this.#auth = auth;
  }

  /** Each item, page after page. Rejects where one page cannot be read: half a list must not become the index. */
  async *read<TItem>(
    page: (
      cursor: string | undefined,
      options: PromisesCallOptions,
    ) => Promise<Page<TItem>>,
  ): AsyncGenerator<TItem> {
    let cursor: string | undefined;
    do {
      const { token } = await this.#auth.getPluginRequestToken({
        onBehalfOf: await this.#auth.getOwnServiceCredentials(),
        targetPluginId: 'promises',
      });
      const { items, nextCursor } = await page(cursor, { token });
      yield* items;
      cursor = nextCursor;
    } while (cursor !== undefined);
  }
}
