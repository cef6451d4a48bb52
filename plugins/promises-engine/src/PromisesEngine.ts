import type { JsonObject, Preview } from '@promissory/plugin-promises-common';
import type { RunnerLimits } from '@promissory/plugin-promises-node';
import { createChildRules, type ChildRules } from './children/ChildRules';
import { listChildProblems } from './children/judgeChildren';
import type { EngineHealth } from './health/EngineHealth';
import { DEFAULT_CHILD_LIMITS } from './children/types';
import { migrateDatabase, SignalReceiver } from './database';
import {
  probeSignals,
  type SignalProbe,
} from './database/signals/probeSignals';
import type { RevisionCache } from './database/operations/promises/readRevisions';
import { loadRequestSnapshot } from './database/operations/requests/loadRequestSnapshot';
import { holdDatabase, type HeldDatabase } from './database/lock';
import { keepStatements } from './database/statements/keepStatements';
import { runInTransaction } from './database/transactions';
import { readClaimant } from './database/operations/registry/readClaimant';
import { Delivery } from './delivery';
import type { StateStoreProbe } from './delivery/store/probeStateStore';
import { EventTail } from './events';
import { promiseHandler } from './perform/promiseHandler';
import { requestHandler } from './perform/requestHandler';
import { setAsideRequest } from './perform/setAsideRequest';
import { sweepHandler } from './perform/sweepHandler';
import type { RequestSnapshot } from './plan/snapshot';
import type { PromisesEngineOptions } from './PromisesEngineOptions';
import { readEngineGauges, type EngineGauges } from './observe';
import { NativePlatform } from './platform/NativePlatform';
import type { Platform } from './platform/types';
import type { PreviewRequestOptions } from './preview/previewRequest';
import { Previews } from './preview/Previews';
import { enqueueWork, QueueWorker } from './queue';
import { lapseLeases } from './queue/lapseLeases';
import {
  readRelatives,
  type ReadRelativesOptions,
  type RequestRelatives,
} from './readModel/request/readRelatives';
import { requestManifest } from './status/requestManifest';

/** Bounds of a pipeline unless others are given. @public */
export const DEFAULT_RUNNER_LIMITS: RunnerLimits = {
  timeoutMs: 600_000,
  outputBytes: 32 * 1024 * 1024,
  outputFiles: 5_000,
  logBytes: 4 * 1024 * 1024,
};

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/**
 * The engine: a queue of work with its handlers over one database, the native platform that fills it, and the tail of
 * the event log.
 *
 * @public
 */
export class PromisesEngine {
  /**
   * Migrates the database. Nothing is worked on before {@link PromisesEngine.start}. Rejects with a ConflictError where
   * another process works on the same SQLite file; {@link PromisesEngine.stop} gives it free.
   */
  static async create(options: PromisesEngineOptions): Promise<PromisesEngine> {
    const held = await holdDatabase(options.knex);
    try {
      await migrateDatabase(options.knex);
      await keepStatements(options.knex);
      const name = options.platformName ?? 'native';
      const claimant =
        options.claimant ?? (await readClaimant(options.knex, name));
      return new PromisesEngine(options, { name, claimant, held });
    } catch (error) {
      await held.release();
      throw error;
    }
  }

  /** Commands: order, change, delete, retry and the like. */
  readonly native: Platform;
  /** Reads the event log for everybody in this replica. */
  readonly events: EventTail;
  readonly #options: PromisesEngineOptions;
  readonly #signals: SignalReceiver;
  readonly #delivery: Delivery;
  readonly #worker: QueueWorker;
  readonly #revisions: RevisionCache = new Map();
  readonly #children: ChildRules;
  readonly #previews: Previews;
  readonly #held: HeldDatabase;

  private constructor(
    options: PromisesEngineOptions,
    identity: {
      readonly name: string;
      readonly claimant: string;
      readonly held: HeldDatabase;
    },
  ) {
    const { name, claimant } = identity;
    this.#held = identity.held;
    const { knex, logger, git } = options;
    const now = options.now ?? (() => new Date());
    const revisions = this.#revisions;
    this.#options = options;
    this.#signals = SignalReceiver.create({ knex, logger });
    this.events = EventTail.create({ knex, logger, signals: this.#signals });
    this.#children = createChildRules({
      limits: {
        maximumDepth:
          options.children?.maximumDepth ?? DEFAULT_CHILD_LIMITS.maximumDepth,
        maximumChildren:
          options.children?.maximumChildren ??
          DEFAULT_CHILD_LIMITS.maximumChildren,
      },
      mayOwn: options.mayOwn,
    });
    const children = this.#children;
    this.native = NativePlatform.create({
      knex,
      name,
      revisions,
      children,
      requestsPerNamespace: options.requestsPerNamespace,
      now,
    });
    this.#delivery = Delivery.create({
      ...git,
      knex,
      logger,
      observer: options.observer,
      claimant,
      secretStore: options.secretStore,
      now,
    });
    const delivery = this.#delivery;
    const tools = {
      knex,
      logger,
      runners: options.runners,
      limits: { ...DEFAULT_RUNNER_LIMITS, ...options.limits },
      revisions,
      children,
      observer: options.observer,
      tombstoneMs: options.tombstoneMs ?? 30 * DAY,
      runsKept: options.runsKept ?? 50,
      defaultIntervalMs: options.reconciliationIntervalMs ?? 10 * HOUR,
      now,
    };
    this.#previews = Previews.create({ ...tools, platform: name });
    this.#worker = QueueWorker.create({
      knex,
      logger,
      signals: this.#signals,
      observer: options.observer,
      concurrency: options.concurrency,
      leaseMs: options.leaseMs,
      now,
      setAside: {
        request: setAsideRequest(tools),
        promise: ({ release }) => runInTransaction(knex, release),
        deliver: delivery.setAside,
      },
      handlers: {
        request: requestHandler(tools),
        promise: promiseHandler(tools),
        deliver: delivery.handler,
        sweep: sweepHandler({
          knex,
          intervalMs: options.sweepIntervalMs ?? 60_000,
          eventRetentionMs: options.eventRetentionMs ?? 90 * DAY,
          runRetentionMs: options.runRetentionMs ?? 90 * DAY,
          logRetentionMs: options.logRetentionMs ?? 90 * DAY,
          generationsKept: options.generationsKept ?? 100,
          sweepDelivery: () => delivery.sweep({ check: false }),
          now,
        }),
      },
    });
  }

  /** Begins to work, with a sweep that finds what an earlier process left. */
  async start(): Promise<void> {
    await this.#signals.start();
    await this.events.start();
    if (this.#held.isAlone()) await lapseLeases(this.#options.knex);
    this.#worker.start();
    await enqueueWork(this.#options.knex, { kind: 'sweep', key: 'all' });
  }

  /** Takes nothing new, lets what runs end for so long (2 seconds unless given), and waits for it. */
  async stop(options: { readonly drainMs?: number } = {}): Promise<void> {
    await this.#worker.stop(options);
    await this.events.stop();
    await this.#signals.stop();
    await Promise.all(this.#options.runners.map(runner => runner.stop()));
    await this.#held.release();
  }

  /** Has everything looked at that is not settled, soon. */
  async sweep(): Promise<void> {
    await enqueueWork(this.#options.knex, { kind: 'sweep', key: 'all' });
  }

  /** The requests that a request belongs to, and those that belong to it with what is wrong with their documents. */
  async readRelatives(
    options: Omit<ReadRelativesOptions, 'problemsOf'>,
  ): Promise<RequestRelatives> {
    const { knex } = this.#options;
    return readRelatives(knex, {
      ...options,
      problemsOf: async uid => {
        const snapshot = await this.#snapshot(uid);
        return snapshot ? listChildProblems(snapshot) : [];
      },
    });
  }

  /** What an order or a change would bring; nothing is stored, nothing is delivered. */
  preview(options: PreviewRequestOptions): Promise<Preview> {
    return this.#previews.preview(options);
  }

  /** A request as a Kubernetes object with status; undefined where there is none. */
  async readManifest(uid: string): Promise<JsonObject | undefined> {
    const snapshot = await this.#snapshot(uid);
    return snapshot && requestManifest(snapshot);
  }

  /** Asks every state store for its branch with its own credentials, each within a time; nothing is written. */
  probeStateStores(options: {
    readonly timeoutMs: number;
  }): Promise<StateStoreProbe[]> {
    const platform = this.native.name;
    return this.#delivery.probe({ ...options, platform });
  }

  /** Whether what one replica commits is heard by the others at once, and whether this one listens. */
  async probeSignals(options: {
    readonly timeoutMs: number;
  }): Promise<SignalProbe & { readonly listening: boolean }> {
    const probe = await probeSignals(this.#options.knex, options);
    return { ...probe, listening: this.#signals.listening };
  }

  /** Whether what this replica has to do all the time is done: work is taken up, and the event log is read. */
  get health(): EngineHealth {
    const loops = [this.#worker.health, this.events.health];
    return { ready: loops.every(({ running }) => running), loops };
  }

  /** How much there is of what in the whole installation, and how far this replica is behind the event log. */
  readGauges(): Promise<EngineGauges> {
    const { knex } = this.#options;
    const { position } = this.events;
    return readEngineGauges(knex, { platform: this.native.name, position });
  }

  /** Version of the git command that delivers, for example `2.47.1`. */
  gitVersion(): Promise<string> {
    return this.#delivery.gitVersion();
  }

  #snapshot(uid: string): Promise<RequestSnapshot | undefined> {
    return loadRequestSnapshot(this.#options.knex, {
      uid,
      revisions: this.#revisions,
      children: this.#children,
    });
  }
}
