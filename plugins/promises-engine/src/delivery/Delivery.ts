import { join } from 'node:path';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import type { SecretStore } from '@promissory/plugin-promises-node';
import type { Knex } from 'knex';
import pLimit from 'p-limit';
import type { StateStoreRow } from '../database/rows/rows';
import type { EngineObserver } from '../observe/EngineObserver';
import { runInTransaction } from '../database/transactions';
import {
  enqueueWork,
  type SetAsideHandler,
  type WorkContext,
  type WorkHandler,
} from '../queue';
import { GitCommand } from './git/GitCommand';
import { GitCommandError } from './git/GitCommandError';
import { isStoreError } from './git/isStoreError';
import { openGitRepository } from './git/openGitRepository';
import { nextTry } from './placement/nextTry';
import { StateStoreDelivery } from './StateStoreDelivery';
import { failStore, refuseStore } from './store/blockStore';
import { explainStoreError } from './store/explainStoreError';
import { gitStateStoreSpec } from './store/gitStateStoreSpec';
import { judgeStateStore } from './store/judgeStateStore';
import { probeStateStore, type StateStoreProbe } from './store/probeStateStore';
import { recordStateStore } from './store/recordStateStore';
import { formatStateStoreKey, parseStateStoreKey } from './store/stateStoreKey';
import type { GitStateStore, StateStoreKey } from './store/types';

/** Between looks at a store that cannot be reached and for which nothing waits, milliseconds. */
const UNREACHABLE_MS = 60_000;

/** State stores that are probed at the same time. */
const PROBED_AT_ONCE = 8;

export interface DeliveryOptions {
  readonly knex: Knex;
  readonly logger: LoggerService;
  /** Told what is written, and what cannot be. */
  readonly observer?: EngineObserver;
  readonly secretStore: SecretStore;
  /** Who writes: stands in the claim of every Destination, the same for all replicas and for ever. */
  readonly claimant: string;
  /** Folder for copies of repositories; may be emptied at any time. */
  readonly cacheDirectory: string;
  /** Folder below which file: URLs of state stores lead; none, and they are refused. */
  readonly localDirectory?: string;
  /** Makes a local repository that is not there. Default false. */
  readonly createLocalRepositories?: boolean;
  /** PEM file of authorities that https stores are trusted by, instead of the machine's. */
  readonly certificateFile?: string;
  /** Environment of the process, for PATH and proxies. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** How long to gather placements for a commit where more than one waits, milliseconds. Default 15. */
  readonly gatherMs?: number;
  /** Placements of one commit, at most. Default 200. */
  readonly placementsPerCommit?: number;
  /** Bound of one git command, milliseconds. Default 60,000. */
  readonly timeoutMs?: number;
  /** A store is checked and swept when the last time is longer ago, milliseconds. Default ten minutes. */
  readonly checkIntervalMs?: number;
  readonly now?: () => Date;
}

/** Delivers placements to state stores: the handler of work of the kind `deliver`. */
export class Delivery {
  readonly #options: DeliveryOptions;
  readonly #command: GitCommand;
  readonly #now: () => Date;
  readonly #stores = new Map<string, StateStoreDelivery>();
  /** A claim that lapsed may still be ending when the same store is claimed again. */
  readonly #running = new Map<string, Promise<unknown>>();

  static create(options: DeliveryOptions): Delivery {
    return new Delivery(options);
  }

  private constructor(options: DeliveryOptions) {
    this.#options = options;
    this.#now = options.now ?? (() => new Date());
    this.#command = GitCommand.create({
      directory: this.#gitDirectory,
      environment: options.environment,
      certificateFile: options.certificateFile,
      timeoutMs: options.timeoutMs ?? 60_000,
    });
  }

  /** Looks at one state store: checks it when that is due, and writes what waits for it. */
  readonly handler: WorkHandler = async context => {
    const { key } = context.work;
    const before = this.#running.get(key) ?? Promise.resolve();
    const run = before
      .catch(() => {})
      .then(() => this.#handle(context, parseStateStoreKey(key)));
    this.#running.set(key, run);
    try {
      return await run;
    } finally {
      if (this.#running.get(key) === run) {
        this.#running.delete(key);
      }
    }
  };

  /** Says of a state store, and of what waits for it, that working on it was given up for a while. */
  readonly setAside: SetAsideHandler = async ({
    context,
    failures,
    error,
    release,
  }) => {
    const { knex } = this.#options;
    const key = parseStateStoreKey(context.work.key);
    const row: StateStoreRow | undefined = await knex<StateStoreRow>(
      'state_stores',
    )
      .where({ ...key })
      .first();
    if (row) {
      const [firstLine] = error.split('\n');
      await failStore(knex, {
        context,
        key,
        row,
        verdict: {
          ready: false,
          reason: 'SetAside',
          message: `${key.kind}/${key.name}: working on it failed ${failures} times in a row, so it is tried once an hour only: ${firstLine}`,
        },
        at: this.#now(),
      });
    }
    await runInTransaction(knex, release);
  };

  /** Has every state store looked at; with `check`, also compared with what should be there. */
  async sweep(options: { readonly check: boolean }): Promise<void> {
    const { knex } = this.#options;
    if (options.check) {
      await knex<StateStoreRow>('state_stores').update({ checked_at: null });
    }
    const rows: StateStoreRow[] = await knex<StateStoreRow>(
      'state_stores',
    ).select('platform', 'kind', 'name');
    for (const row of rows) {
      await enqueueWork(knex, {
        kind: 'deliver',
        key: formatStateStoreKey(row),
      });
    }
  }

  /** Asks every store of a platform for its branch, each within a time, and writes nothing. */
  async probe(options: {
    readonly platform: string;
    readonly timeoutMs: number;
  }): Promise<StateStoreProbe[]> {
    const { knex, secretStore, localDirectory } = this.#options;
    const { platform, timeoutMs } = options;
    const rows = await knex<StateStoreRow>('state_stores')
      .where({ platform })
      .orderBy(['kind', 'name']);
    const limit = pLimit(PROBED_AT_ONCE);
    return Promise.all(
      rows.map(row =>
        limit(() =>
          probeStateStore({
            row,
            command: this.#command,
            directory: this.#gitDirectory,
            localDirectory,
            createLocalRepositories:
              this.#options.createLocalRepositories ?? false,
            secretStore,
            timeoutMs,
          }),
        ),
      ),
    );
  }

  /** Version of the git command, for example `2.47.1`. Rejects with a GitCommandError where it cannot be started. */
  async gitVersion(): Promise<string> {
    const { stdout } = await this.#command.run({
      arguments: ['--version'],
      directory: this.#gitDirectory,
    });
    const text = stdout.toString('utf8').trim();
    return /\d+(\.\d+)+/.exec(text)?.[0] ?? text;
  }

  get #gitDirectory(): string {
    return join(this.#options.cacheDirectory, 'git');
  }

  async #handle(
    context: WorkContext,
    key: StateStoreKey,
  ): Promise<{ readonly runAt?: Date }> {
    const { knex, logger } = this.#options;
    const row: StateStoreRow | undefined = await knex<StateStoreRow>(
      'state_stores',
    )
      .where({ ...key })
      .first();
    const verdict = judgeStateStore(key, row);
    if (!row || !verdict.ready) {
      this.#stores.delete(formatStateStoreKey(key));
      const at = this.#now();
      await refuseStore(knex, { context, key, row, verdict, at });
      return {};
    }
    const phase: Phase = { current: 'initialise' };
    try {
      return await this.#deliver(context, { key, row, phase });
    } catch (error) {
      if (context.signal.aborted || !isStoreError(error)) {
        this.#stores.get(formatStateStoreKey(key))?.repository.forget();
        throw error;
      }
      await this.#distrust(key, error);
      const failed = explainStoreError(error, phase.current);
      const name = `${key.kind}/${key.name}`;
      logger.warn(`${name}: ${failed.message}`, { store: name });
      this.#options.observer?.deliveryFailed?.({
        store: name,
        reason: failed.reason,
      });
      const at = this.#now();
      const next = await failStore(knex, {
        context,
        key,
        row,
        verdict: failed,
        at,
      });
      return { runAt: next ?? new Date(at.getTime() + UNREACHABLE_MS) };
    }
  }

  async #deliver(
    context: WorkContext,
    options: {
      readonly key: StateStoreKey;
      readonly row: StateStoreRow;
      readonly phase: Phase;
    },
  ): Promise<{ readonly runAt?: Date }> {
    const { key, row, phase } = options;
    const { knex } = this.#options;
    const store = this.#storeOf(key, row);
    const { repository } = store;
    const checked = row.state !== 'Ready' || this.#isCheckDue(row);
    if (checked || !repository.fetched) {
      await repository.fetch(context.signal);
    }
    if (checked) {
      phase.current = 'validate';
      await repository.checkWritable(context.signal);
    }
    phase.current = 'write';
    if (checked) {
      await store.sweep(context);
    }
    await store.deliver(context, { evenIfWaiting: row.state !== 'Ready' });
    await recordStateStore(knex, {
      context,
      row,
      verdict: judgeStateStore(key, row),
      at: this.#now(),
      checked,
    });
    return { runAt: await nextTry(knex, key) };
  }

  /** After an error nothing is taken for known; a copy that git itself complains of is made anew. */
  async #distrust(key: StateStoreKey, error: unknown): Promise<void> {
    const repository = this.#stores.get(formatStateStoreKey(key))?.repository;
    repository?.forget();
    if (error instanceof GitCommandError && error.isOfCopy) {
      await repository?.discard();
    }
  }

  #storeOf(key: StateStoreKey, row: StateStoreRow): StateStoreDelivery {
    const name = formatStateStoreKey(key);
    const known = this.#stores.get(name);
    if (known?.fingerprint === row.spec) {
      return known;
    }
    const parsed = gitStateStoreSpec.safeParse(JSON.parse(row.spec));
    if (!parsed.success) {
      const [issue] = parsed.error.issues;
      throw new InputError(
        `spec.${issue.path.join('.')} of ${key.kind}/${key.name}: ${
          issue.message
        }`,
      );
    }
    const store: GitStateStore = { key, row, spec: parsed.data };
    const created = StateStoreDelivery.create({
      knex: this.#options.knex,
      logger: this.#options.logger,
      claimant: this.#options.claimant,
      observer: this.#options.observer,
      gatherMs: this.#options.gatherMs ?? 15,
      placementsPerCommit: this.#options.placementsPerCommit ?? 200,
      now: this.#now,
      store,
      repository: openGitRepository({
        key,
        spec: parsed.data,
        command: this.#command,
        cacheDirectory: this.#options.cacheDirectory,
        localDirectory: this.#options.localDirectory,
        createLocalRepositories: this.#options.createLocalRepositories ?? false,
        secretStore: this.#options.secretStore,
      }),
    });
    this.#stores.set(name, created);
    return created;
  }

  #isCheckDue(row: StateStoreRow): boolean {
    const interval = this.#options.checkIntervalMs ?? 600_000;
    return (
      row.checked_at === null ||
      this.#now().getTime() - Date.parse(row.checked_at) >= interval
    );
  }
}

/** How far a delivery had come when it failed. */
interface Phase {
  current: 'initialise' | 'validate' | 'write';
}
