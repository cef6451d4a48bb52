import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { SecretStore } from '@promissory/plugin-promises-node';
import { mockServices } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { ulid } from 'ulid';
import { commitForeign } from '../../__testUtils__/commitForeign';
import { migrateDatabase } from '../../database';
import { sha256Hex } from '../../hash/sha256Hex';
import type {
  BatchRow,
  DestinationRow,
  EventRow,
  PlacementRow,
  StateStoreRow,
  WorkQueueRow,
} from '../../database/rows/rows';
import { claimWork, enqueueWork, type WorkContext } from '../../queue';
import { Delivery, type DeliveryOptions } from '../Delivery';

const run = promisify(execFile);
const AT = '2026-11-24T10:00:00.000Z';

const noSecrets: SecretStore = {
  async read() {
    throw new Error('no secret is needed here');
  },
};

/** A database and real repositories in a temporary folder, with one store and one Destination. */
export class DeliveryHarness {
  readonly knex: Knex;
  readonly directory: string;
  /** Of the bare repository that the store `main` leads to. */
  readonly repository: string;
  now = new Date(AT);
  readonly promiseId = ulid();

  static async create(knex: Knex): Promise<DeliveryHarness> {
    await migrateDatabase(knex);
    const directory = await mkdtemp(join(tmpdir(), 'delivery-'));
    await mkdir(join(directory, 'local'));
    const harness = new DeliveryHarness(knex, directory);
    await harness.addStore({ url: 'file:///state.git' });
    await harness.addDestination('dev', { path: 'dev-cluster' });
    await knex('promises').insert({
      id: harness.promiseId,
      platform: 'native',
      name: 'postgresql',
      entity_ref: 'promise:default/postgresql',
      owner_ref: 'group:default/platform',
      required_promises: '[]',
      holds_name: true,
      state: 'Available',
      reason: 'PromiseAvailable',
      message: '',
      card: '{}',
      findings: '[]',
      created_at: AT,
      updated_at: AT,
    });
    return harness;
  }

  private constructor(knex: Knex, directory: string) {
    this.knex = knex;
    this.directory = directory;
    this.repository = join(directory, 'local', 'state.git');
  }

  async dispose(): Promise<void> {
    await rm(this.directory, { recursive: true, force: true });
  }

  delivery(options: Partial<DeliveryOptions> = {}): Delivery {
    return Delivery.create({
      knex: this.knex,
      logger: mockServices.logger.mock(),
      secretStore: noSecrets,
      claimant: 'portal-one',
      cacheDirectory: join(this.directory, 'cache'),
      localDirectory: join(this.directory, 'local'),
      createLocalRepositories: true,
      environment: process.env,
      now: () => this.now,
      ...options,
    });
  }

  async addStore(
    spec: Record<string, unknown>,
    row: Partial<StateStoreRow> = {},
  ): Promise<void> {
    await this.knex<StateStoreRow>('state_stores').insert({
      platform: 'native',
      kind: 'GitStateStore',
      name: 'main',
      entity_ref: 'gitstatestore:default/main',
      spec: JSON.stringify(spec),
      state: 'Unknown',
      reason: '',
      message: '',
      findings: '[]',
      checked_at: null,
      created_at: AT,
      updated_at: AT,
      ...row,
    });
  }

  async addDestination(
    name: string,
    spec: Record<string, unknown>,
    row: Partial<DestinationRow> = {},
  ): Promise<void> {
    await this.knex<DestinationRow>('destinations').insert({
      platform: 'native',
      name,
      entity_ref: `destination:default/${name}`,
      labels: '{}',
      spec: JSON.stringify({ initWorkloads: { enabled: false }, ...spec }),
      fulfils_requests: false,
      state_store_kind: 'GitStateStore',
      state_store_name: 'main',
      state: 'NotReady',
      reason: '',
      message: '',
      findings: '[]',
      created_at: AT,
      updated_at: AT,
      ...row,
    });
  }

  /** A placement with files; answers its id. */
  async place(
    name: string,
    files: Readonly<Record<string, string | Uint8Array>>,
    row: Partial<PlacementRow> = {},
  ): Promise<string> {
    const desired = await this.#keep(files);
    const id = ulid();
    await this.knex<PlacementRow>('placements').insert({
      id,
      name,
      platform: 'native',
      work_id: ulid(),
      promise_id: this.promiseId,
      request_uid: null,
      pipeline: 'configure',
      group_id: '5058f1af8388633f609cadb75a75dc9d',
      directory: '.',
      destination: 'dev',
      state_store_kind: 'GitStateStore',
      state_store_name: 'main',
      path: `dev-cluster/resources/default/postgresql/${name}/configure/5058f`,
      desired: JSON.stringify(desired),
      desired_hash: sha256Hex(JSON.stringify(desired)),
      written_hash: null,
      misplaced: false,
      removing: false,
      generation: 1,
      state: 'Pending',
      reason: null,
      message: null,
      version_id: null,
      attempts: 0,
      next_try_at: null,
      written_at: null,
      created_at: AT,
      updated_at: this.now.toISOString(),
      ...row,
    });
    return id;
  }

  async change(
    id: string,
    files: Readonly<Record<string, string | Uint8Array>>,
  ): Promise<void> {
    const desired = await this.#keep(files);
    await this.knex<PlacementRow>('placements')
      .where({ id })
      .update({
        desired: JSON.stringify(desired),
        desired_hash: sha256Hex(JSON.stringify(desired)),
        state: 'Pending',
      });
  }

  async remove(id: string): Promise<void> {
    await this.knex<PlacementRow>('placements')
      .where({ id })
      .update({ removing: true, state: 'Removing', desired: '[]' });
  }

  async claim(owner = 'replica-one'): Promise<WorkContext> {
    await enqueueWork(this.knex, {
      kind: 'deliver',
      key: 'native/GitStateStore/main',
    });
    await this.knex<WorkQueueRow>('work_queue')
      .where({ kind: 'deliver' })
      .update({ lease_owner: null, lease_until: null, run_at: AT });
    const [work] = await claimWork(this.knex, {
      kinds: ['deliver'],
      owner,
      leaseMs: 60_000,
      limit: 1,
    });
    return { work, owner, signal: new AbortController().signal };
  }

  /** One look at the store, as the worker does it. */
  async deliver(delivery: Delivery): Promise<{ runAt?: Date }> {
    return (await delivery.handler(await this.claim())) ?? {};
  }

  async placement(id: string): Promise<PlacementRow> {
    const row = await this.knex<PlacementRow>('placements')
      .where({ id })
      .first();
    if (!row) {
      throw new Error(`no placement ${id}`);
    }
    return row;
  }

  store(): Promise<StateStoreRow | undefined> {
    return this.knex<StateStoreRow>('state_stores')
      .where({ name: 'main' })
      .first();
  }

  destination(name: string): Promise<DestinationRow | undefined> {
    return this.knex<DestinationRow>('destinations').where({ name }).first();
  }

  batches(): Promise<BatchRow[]> {
    return this.knex<BatchRow>('batches').orderBy('id');
  }

  async events(): Promise<string[]> {
    const rows: EventRow[] = await this.knex<EventRow>('events').orderBy(
      'position',
    );
    return rows.map(row => row.type);
  }

  async queued(kind: string): Promise<string[]> {
    const rows: WorkQueueRow[] = await this.knex<WorkQueueRow>(
      'work_queue',
    ).where({ kind });
    return rows.map(row => row.key);
  }

  async git(...gitArguments: string[]): Promise<string> {
    const { stdout } = await run('git', gitArguments, { cwd: this.repository });
    return stdout;
  }

  /** Subjects of the commits, oldest first. */
  async subjects(): Promise<string[]> {
    const log = await this.git('log', '--reverse', '--format=%s', 'main');
    return log.trim().split('\n');
  }

  /** Files below the Destination but for its claim, with their content. */
  async files(): Promise<Record<string, string>> {
    const listing = await this.git(
      'ls-tree',
      '-r',
      '-z',
      '--name-only',
      'main',
    );
    const files: Record<string, string> = {};
    for (const path of listing.split('\0').filter(Boolean)) {
      if (!path.endsWith('.promissory-claim')) {
        files[path] = await this.git('show', `main:${path}`);
      }
    }
    return files;
  }

  /** Somebody else's commit. */
  async commitForeign(files: Readonly<Record<string, string>>): Promise<void> {
    await commitForeign(this.repository, files);
  }

  async #keep(
    files: Readonly<Record<string, string | Uint8Array>>,
  ): Promise<Array<{ filepath: string; sha256: string }>> {
    const desired = [];
    for (const [filepath, text] of Object.entries(files)) {
      const content = Buffer.from(text);
      const sha256 = sha256Hex(content);
      await this.knex('workloads')
        .insert({ sha256, content, bytes: content.length, created_at: AT })
        .onConflict('sha256')
        .ignore();
      desired.push({ filepath, sha256 });
    }
    return desired;
  }
}
