import { readFile } from 'node:fs/promises';
import { get } from 'node:https';
import { join } from 'node:path';
import type { JsonObject } from '@promissory/plugin-promises-common';
import { FunctionError } from '../../pipelineFunction';

const TIMEOUT_MS = 15_000;
const MAX_BYTES = 8 * 1024 * 1024;

/** Where the cluster is, and as whom it is asked. */
export interface ClusterApiOptions {
  /** Of the pod: KUBERNETES_SERVICE_HOST and KUBERNETES_SERVICE_PORT. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Folder with `token` and `ca.crt` of the pod's service account. */
  readonly serviceAccountFolder: string;
}

/** Reads from the Kubernetes API with the rights of the pod's service account. */
export class ClusterApi {
  static create(options: ClusterApiOptions): ClusterApi {
    return new ClusterApi(options);
  }

  readonly #options: ClusterApiOptions;

  private constructor(options: ClusterApiOptions) {
    this.#options = options;
  }

  /**
   * An object by its path, or undefined where there is none. Throws a FunctionError that says what is missing: a
   * cluster, a token, or a right.
   */
  async read(path: string): Promise<JsonObject | undefined> {
    const { environment } = this.#options;
    const host = environment.KUBERNETES_SERVICE_HOST;
    if (!host) {
      throw unavailable('KUBERNETES_SERVICE_HOST is not set');
    }
    const [token, ca] = await Promise.all([
      this.#readAccount('token'),
      this.#readAccount('ca.crt'),
    ]);
    const { status, body } = await request({
      host,
      port: environment.KUBERNETES_SERVICE_PORT ?? '443',
      path,
      ca,
      token: token.trim(),
    });
    if (status === 404) return undefined;
    if (status === 401 || status === 403) {
      throw new FunctionError(
        '',
        `the service account of the pod may not get ${path} (${status}); give it the right under rbac.permissions of the pipeline`,
        { reason: 'FactsUnavailable' },
      );
    }
    if (status !== 200) throw unavailable(`GET ${path} answers ${status}`);
    return JSON.parse(body) as JsonObject;
  }

  async #readAccount(file: string): Promise<string> {
    const path = join(this.#options.serviceAccountFolder, file);
    try {
      return await readFile(path, 'utf8');
    } catch {
      throw unavailable(`${path} cannot be read`);
    }
  }
}

function unavailable(cause: string): FunctionError {
  return new FunctionError(
    '',
    `this function asks the Kubernetes API, and ${cause}; run it in a pod with a service account, or let the promises backend run the pipeline`,
    { reason: 'FactsUnavailable' },
  );
}

function request(options: {
  readonly host: string;
  readonly port: string;
  readonly path: string;
  readonly ca: string;
  readonly token: string;
}): Promise<{ readonly status: number; readonly body: string }> {
  const { token, ...target } = options;
  return new Promise((resolve, reject) => {
    const fail = (error: Error) =>
      reject(unavailable(`GET ${options.path} fails: ${error.message}`));
    const sent = get(
      {
        ...target,
        headers: {
          authorization: `Bearer ${token}`,
          accept: 'application/json',
        },
        timeout: TIMEOUT_MS,
      },
      response => {
        const chunks: Buffer[] = [];
        let bytes = 0;
        response.on('data', (chunk: Buffer) => {
          bytes += chunk.byteLength;
          chunks.push(chunk);
          if (bytes > MAX_BYTES) {
            sent.destroy(
              new Error(`the answer is larger than ${MAX_BYTES} bytes`),
            );
          }
        });
        response.on('error', fail);
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            body: Buffer.concat(chunks).toString('utf8'),
          }),
        );
      },
    );
    sent.on('timeout', () =>
      sent.destroy(new Error(`no answer within ${TIMEOUT_MS} ms`)),
    );
    sent.on('error', fail);
  });
}
