import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import { FunctionRunner } from '@promissory/plugin-pipeline-functions';
import {
  compileSchema,
  getPromiseApi,
  type FieldError,
  type JsonObject,
  type PromiseDefinition,
} from '@promissory/plugin-promises-common';
import {
  admitSpec,
  findRequest,
  getPromise,
  PromisesEngine,
} from '@promissory/plugin-promises-engine';
import knexFactory, { type Knex } from 'knex';
import type { LocalStores } from './localStores';
import { registerPromise, registerStores } from './register';
import { pollUntil } from './pollUntil';
import { isSettled } from './isSettled';
import type { RequestSummary } from './RequestSummary';
import type { SourceDocument } from './SourceDocument';

const OWNER = 'group:default/owner';
const ACTOR = { ref: 'user:default/developer', origin: 'api' } as const;

/** The engine over a database and repositories in a temporary folder: everything that a portal has, but the portal. */
export class LocalPlatform {
  static async create(options: {
    readonly logger: LoggerService;
  }): Promise<LocalPlatform> {
    const directory = await mkdtemp(join(tmpdir(), 'promissory-run-'));
    const repositories = join(directory, 'repositories');
    await mkdir(repositories);
    const knex = knexFactory({
      client: 'better-sqlite3',
      connection: join(directory, 'database.sqlite'),
      useNullAsDefault: true,
      pool: { min: 1, max: 1 },
    });
    const engine = await PromisesEngine.create({
      knex,
      logger: options.logger,
      runners: [FunctionRunner.create()],
      secretStore: {
        read: async ({ name }) => {
          throw new NotFoundError(`There are no secrets here, so no ${name}`);
        },
      },
      git: {
        cacheDirectory: join(directory, 'cache'),
        localDirectory: repositories,
        createLocalRepositories: true,
        environment: process.env,
      },
    });
    await engine.start();
    return new LocalPlatform(directory, knex, engine);
  }

  readonly knex: Knex;
  readonly engine: PromisesEngine;
  readonly #directory: string;
  readonly #stores: string[] = [];

  private constructor(directory: string, knex: Knex, engine: PromisesEngine) {
    this.#directory = directory;
    this.knex = knex;
    this.engine = engine;
  }

  /** Bare repositories by the names of the state stores that they are. */
  get repositories(): ReadonlyMap<string, string> {
    const folder = join(this.#directory, 'repositories');
    return new Map(
      this.#stores.map(name => [name, join(folder, `${name}.git`)]),
    );
  }

  async addStores(stores: LocalStores): Promise<void> {
    await registerStores(this.knex, stores);
    this.#stores.push(
      ...stores.stateStores.map(({ metadata }) => metadata.name),
    );
  }

  async addPromise(definition: PromiseDefinition): Promise<void> {
    await registerPromise(this.knex, definition);
  }

  /** Orders, or changes what is there; answers what admission has against it. */
  async apply(document: SourceDocument): Promise<readonly FieldError[]> {
    const platform = this.engine.native.name;
    const promise = await this.#promiseOf(document);
    const namespace = document.namespace ?? 'default';
    const { name } = document;
    const existing = await findRequest(this.knex, {
      platform,
      promiseName: promise.name,
      namespace,
      name,
    });
    const { metadata = {}, spec = {} } = document.object as {
      metadata?: { labels?: Labels; annotations?: Labels };
      spec?: JsonObject;
    };
    const { labels = {}, annotations = {} } = metadata;
    const verdict = admitSpec({
      compiled: promise.compiled,
      namespace,
      name,
      body: { metadata: { labels, annotations }, spec },
      oldSpec: existing?.spec,
    });
    if (verdict.errors.length > 0) return verdict.errors;
    await this.engine.native.apply({
      promiseName: promise.name,
      namespace,
      name,
      labels,
      annotations,
      spec: verdict.spec,
      promiseRevisionId: promise.revisionId,
      ownerRef: existing?.owner ?? OWNER,
      actor: ACTOR,
      ...(existing ? { ifMatch: existing.etag.replaceAll('"', '') } : {}),
    });
    return [];
  }

  async delete(uid: string): Promise<void> {
    await this.engine.native.delete({ uid, actor: ACTOR });
  }

  /** Every request, also those that belong to others; the deleted ones too. */
  async requests(): Promise<RequestSummary[]> {
    const rows = await this.knex('requests').orderBy('uid');
    return rows.map(row => ({
      uid: row.uid,
      promise: row.promise_name,
      namespace: row.namespace,
      name: row.name,
      isPart: row.parent_uid !== null,
      state: row.state,
      reason: row.state_reason,
      message: row.state_message,
      isRetried: row.state_detail.includes('"nextTryAt"'),
    }));
  }

  /** Whether nothing moves any more within a time. */
  async settle(timeoutMs: number): Promise<boolean> {
    return pollUntil(
      async () => (await this.requests()).every(isSettled),
      timeoutMs,
    );
  }

  /** Whether every Promise is available within a time, and what keeps the others. */
  async untilAvailable(timeoutMs: number): Promise<readonly string[]> {
    let waiting: string[] = [];
    await pollUntil(async () => {
      const rows = await this.knex('promises').whereNot({ state: 'Available' });
      waiting = rows.map(
        ({ name, state, message }) => `Promise ${name} is ${state}: ${message}`,
      );
      return (
        rows.length === 0 || rows.some(({ state }) => state !== 'Unavailable')
      );
    }, timeoutMs);
    return waiting;
  }

  async dispose(): Promise<void> {
    await this.engine.stop({ drainMs: 0 });
    await this.knex.destroy();
    await rm(this.#directory, { recursive: true, force: true });
  }

  async #promiseOf(document: SourceDocument) {
    const platform = this.engine.native.name;
    const [group] = document.apiVersion.split('/');
    const row = await this.knex('promises')
      .where({ platform, api_group: group, api_kind: document.kind })
      .first();
    const record =
      row && (await getPromise(this.knex, { platform, name: row.name }));
    const api = record?.current && getPromiseApi(record.current.definition);
    if (!record?.current || !api) {
      throw new NotFoundError(
        `${document.file}: no Promise offers ${document.apiVersion} ${document.kind}; give its file with --promise`,
      );
    }
    return {
      name: record.row.name,
      revisionId: record.current.revisionId,
      compiled: { api, schema: compileSchema(api.schema) },
    };
  }
}

type Labels = Record<string, string>;
