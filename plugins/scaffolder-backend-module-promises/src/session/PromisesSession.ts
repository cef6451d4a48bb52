import type {
  AuthService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import type {
  PromisesApi,
  PromisesCallOptions,
} from '@promissory/plugin-promises-common';
import { SessionEndedError } from './SessionEndedError';
import { isSessionEnd } from './isSessionEnd';

/** What a session is made of. */
export interface PromisesSessionOptions {
  readonly api: PromisesApi;
  readonly auth: AuthService;
  /** Of the person who started the task: every call is made with their rights, never with the scaffolder's own. */
  readonly credentials: BackstageCredentials;
  /** Ends calls when the task is cancelled. */
  readonly signal?: AbortSignal;
}

/** The promises API on behalf of one person. */
export class PromisesSession {
  readonly #options: PromisesSessionOptions;

  static create(options: PromisesSessionOptions): PromisesSession {
    return new PromisesSession(options);
  }

  private constructor(options: PromisesSessionOptions) {
    this.#options = options;
  }

  get signal(): AbortSignal | undefined {
    return this.#options.signal;
  }

  /** One call. Throws a SessionEndedError where the person's token has ended. */
  async call<T>(
    run: (api: PromisesApi, options: PromisesCallOptions) => Promise<T>,
  ): Promise<T> {
    const { api, signal } = this.#options;
    const token = await this.token();
    try {
      return await run(api, { token, signal });
    } catch (error) {
      if (isSessionEnd(error)) throw new SessionEndedError(error);
      throw error;
    }
  }

  /** A fresh token for one call. */
  async token(): Promise<string> {
    const { auth, credentials } = this.#options;
    try {
      const { token } = await auth.getPluginRequestToken({
        onBehalfOf: credentials,
        targetPluginId: 'promises',
      });
      return token;
    } catch (error) {
      throw new SessionEndedError(error);
    }
  }

  /** Calls back at every event of the request until the signal; what is missed is found by whoever looks again. */
  async watch(
    uid: string,
    options: { readonly signal: AbortSignal; readonly onEvent: () => void },
  ): Promise<void> {
    await this.#options.api.streamEvents({
      topics: [`request:${uid}`],
      signal: options.signal,
      token: () => this.token(),
      onEvent: options.onEvent,
      onReset: options.onEvent,
    });
  }
}
