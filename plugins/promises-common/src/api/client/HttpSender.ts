import { ResponseError } from '@backstage/errors';
import type { PromisesCallOptions } from '../PromisesApi';
import type { PromisesClientOptions } from './types';

/** One call of the API. */
export interface HttpCall {
  readonly path: string;
  readonly method?: 'GET' | 'PUT' | 'POST' | 'DELETE';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** Sends calls to the promises backend and turns what is not a success into a ResponseError. */
export class HttpSender {
  readonly #options: PromisesClientOptions;

  static create(options: PromisesClientOptions): HttpSender {
    return new HttpSender(options);
  }

  private constructor(options: PromisesClientOptions) {
    this.#options = options;
  }

  async send(call: HttpCall, options?: PromisesCallOptions): Promise<Response> {
    const { discoveryApi, fetchApi } = this.#options;
    const url = `${await discoveryApi.getBaseUrl('promises')}${call.path}`;
    const headers: Record<string, string> = { ...call.headers };
    if (options?.token) headers.Authorization = `Bearer ${options.token}`;
    if (call.body !== undefined) headers['Content-Type'] = 'application/json';
    const response = await fetchApi.fetch(url, {
      method: call.method ?? 'GET',
      headers,
      body: call.body === undefined ? undefined : JSON.stringify(call.body),
      signal: options?.signal,
    });
    if (!response.ok) throw await ResponseError.fromResponse(response);
    return response;
  }

  async json<T>(call: HttpCall, options?: PromisesCallOptions): Promise<T> {
    return (await this.send(call, options)).json() as Promise<T>;
  }
}
