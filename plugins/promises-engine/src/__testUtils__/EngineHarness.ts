import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { mockServices } from '@backstage/backend-test-utils';
import {
  hashDefinition,
  type DestinationDefinition,
  type JsonObject,
  type PromiseDefinition,
} from '@promissory/plugin-promises-common';
import type { Knex } from 'knex';
import { migrateDatabase } from '../database';
import { putDefinition } from '../database/operations/definitions/putDefinition';
import { upsertDestination } from '../database/operations/destinations/upsertDestination';
import { upsertPromise } from '../database/operations/promises/upsertPromise';
import { upsertStateStore } from '../database/operations/stateStores/upsertStateStore';
import type { EventRow, PromiseRow, RequestRow } from '../database/rows/rows';
import { PromisesEngine } from '../PromisesEngine';
import type { PromisesEngineOptions } from '../PromisesEngineOptions';
import type { ApplyRequestOptions } from '../platform/types';
import { eventually } from '../testing/eventually';
import { ScriptedRunner, type Script } from './ScriptedRunner';

const run = promisify(execFile);

/** An engine over a database and a real bare repository in a temporary folder, with one store. */
export class EngineHarness {
  static async create(options: {
    readonly knex: Knex;
    readonly scripts?: Readonly<Record<string, Script>>;
    readonly engine?: Partial<PromisesEngineOptions>;
  }): Promise<EngineHarness> {
    const directory = await mkdtemp(join(tmpdir(), 'engine-'));
    await mkdir(join(directory, 'local'));
    await migrateDatabase(options.knex);
    const runner = ScriptedRunner.create(options.scripts ?? {});
    const harness = new EngineHarness(options.knex, directory, runner);
    harness.engine = await harness.createEngine(options.engine);
    await harness.addStore();
    return harness;
  }

  readonly knex: Knex;
  readonly directory: string;
  readonly runner: ScriptedRunner;
  engine!: PromisesEngine;

  private constructor(knex: Knex, directory: string, runner: ScriptedRunner) {
    this.knex = knex;
    this.directory = directory;
    this.runner = runner;
  }

  /** Another engine over the same database and repositories. */
  createEngine(
    options: Partial<PromisesEngineOptions> = {},
  ): Promise<PromisesEngine> {
    return PromisesEngine.create({
      knex: this.knex,
      logger: mockServices.logger.mock(),
      runners: [this.runner],
      secretStore: {
        read: async () => {
          throw new Error('This test has no secrets');
        },
      },
      git: {
        cacheDirectory: join(this.directory, 'cache'),
        localDirectory: join(this.directory, 'local'),
        createLocalRepositories: true,
        environment: { PATH: process.env.PATH },
      },
      ...options,
    });
  }

  async dispose(): Promise<void> {
    await this.engine.stop({ drainMs: 0 });
    await rm(this.directory, { recursive: true, force: true });
  }

  async addStore(name = 'default'): Promise<void> {
    await upsertStateStore(this.knex, {
      platform: 'native',
      now: new Date(),
      stateStore: {
        entityRef: `gitstatestore:default/${name}`,
        trusted: true,
        findings: [],
        definition: {
          apiVersion: 'platform.kratix.io/v1alpha1',
          kind: 'GitStateStore',
          metadata: { name },
          spec: {
            url: `file:///${name === 'default' ? 'state' : name}.git`,
            branch: 'main',
          },
        },
      },
    });
  }

  async addDestination(
    name: string,
    labels: Readonly<Record<string, string>> = {},
    spec: Partial<DestinationDefinition['spec']> = {},
    options: { readonly fulfilsRequests?: boolean } = {},
  ): Promise<void> {
    await upsertDestination(this.knex, {
      platform: 'native',
      now: new Date(),
      destination: {
        entityRef: `destination:default/${name}`,
        fulfilsRequests: options.fulfilsRequests ?? false,
        trusted: true,
        findings: [],
        definition: {
          apiVersion: 'platform.kratix.io/v1alpha1',
          kind: 'Destination',
          metadata: { name, labels },
          spec: {
            path: name,
            stateStoreRef: { kind: 'GitStateStore', name: 'default' },
            initWorkloads: { enabled: false },
            ...spec,
          },
        },
      },
    });
  }

  async addPromise(
    definition: PromiseDefinition,
    options: { readonly trusted?: boolean } = {},
  ): Promise<void> {
    const sha256 = hashDefinition(definition as unknown as JsonObject);
    await putDefinition(this.knex, {
      sha256,
      definition: definition as unknown as JsonObject,
      now: new Date(),
    });
    await upsertPromise(this.knex, {
      platform: 'native',
      now: new Date(),
      promise: {
        entityRef: `promise:default/${definition.metadata.name}`,
        ownerRef: 'group:default/platform',
        definitionSha256: sha256,
        definition,
        card: {
          title: definition.metadata.name,
          tags: [],
          links: [],
          whatYouGet: [],
        },
        trusted: options.trusted ?? true,
        findings: [],
      },
    });
  }

  async promise(name = 'database'): Promise<PromiseRow> {
    const row = await this.knex<PromiseRow>('promises').where({ name }).first();
    if (!row) throw new Error(`There is no Promise ${name}`);
    return row;
  }

  async untilPromise(state: string, name = 'database'): Promise<PromiseRow> {
    await eventually(async () => {
      assertColumns(await this.promise(name), { state });
    });
    return this.promise(name);
  }

  /** An order as admission would pass it on. */
  async order(
    options: Partial<ApplyRequestOptions> = {},
  ): Promise<ApplyRequestOptions> {
    const promiseName = options.promiseName ?? 'database';
    const promise = await this.promise(promiseName);
    return {
      promiseName,
      namespace: 'default',
      name: 'one',
      labels: {},
      annotations: {},
      spec: { size: 'small' },
      promiseRevisionId: promise.current_revision_id ?? '',
      ownerRef: 'group:default/web',
      actor: { ref: 'user:default/alice', origin: 'ui' },
      ...options,
    };
  }

  /** Orders and answers the uid. */
  async apply(options: Partial<ApplyRequestOptions> = {}): Promise<string> {
    const { uid } = await this.engine.native.apply(await this.order(options));
    return uid;
  }

  async request(uid: string): Promise<RequestRow> {
    const row = await this.knex<RequestRow>('requests').where({ uid }).first();
    if (!row) throw new Error(`There is no request ${uid}`);
    return row;
  }

  async untilState(
    uid: string,
    state: string,
    expected: Partial<RequestRow> = {},
  ): Promise<RequestRow> {
    await eventually(async () => {
      assertColumns(await this.request(uid), { state, ...expected });
    }, 10_000);
    return this.request(uid);
  }

  async git(...args: string[]): Promise<string> {
    const { stdout } = await run('git', [
      '-C',
      join(this.directory, 'local', 'state.git'),
      ...args,
    ]);
    return stdout;
  }

  /** Files of the store by their path, without claims. */
  async files(): Promise<Record<string, string>> {
    const listing = await this.git('ls-tree', '-r', '--name-only', 'main');
    const paths = listing
      .split('\n')
      .filter(path => path !== '' && !path.endsWith('.promissory-claim'));
    const files: Record<string, string> = {};
    for (const path of paths) {
      files[path] = await this.git('show', `main:${path}`);
    }
    return files;
  }

  async eventTypes(uid: string): Promise<string[]> {
    return this.knex<EventRow>('events')
      .where({ request_uid: uid })
      .orderBy('position')
      .pluck('type');
  }

  async count(table: string): Promise<number> {
    const [row] = await this.knex(table).count({ count: '*' });
    return Number(row.count);
  }
}

/** Rejects with what a row holds where it is not what is expected. */
function assertColumns<Row extends object>(
  row: Row,
  expected: Partial<Row>,
): void {
  for (const [column, value] of Object.entries(expected)) {
    if (row[column as keyof Row] !== value) {
      throw new Error(
        `Expected ${column} to be ${value}: ${JSON.stringify(row, null, 2)}`,
      );
    }
  }
}
