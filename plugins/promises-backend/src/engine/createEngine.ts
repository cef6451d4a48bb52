import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { LoggerService } from '@backstage/backend-plugin-api';
import {
  PromisesEngine,
  type EngineObserver,
} from '@promissory/plugin-promises-engine';
import type {
  PipelineRunner,
  SecretStore,
} from '@promissory/plugin-promises-node';
import type { Knex } from 'knex';
import { mayOwn } from '../admission/mayOwn';
import type { PromisesConfig } from '../config/PromisesConfig';

const DAY_MS = 24 * 3_600_000;

/** What the engine of this backend is made of. */
export interface CreateEngineOptions {
  readonly knex: Knex;
  readonly logger: LoggerService;
  readonly config: PromisesConfig;
  readonly runners: readonly PipelineRunner[];
  readonly secretStore: SecretStore;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Told what the engine does. */
  readonly observer?: EngineObserver;
}

/** The engine as the configuration says, and what removes its temporary files. */
export async function createEngine(options: CreateEngineOptions): Promise<{
  readonly engine: PromisesEngine;
  readonly cleanUp: () => Promise<void>;
}> {
  const { knex, logger, config, runners, secretStore } = options;
  const { git, limits, retention } = config;
  const temporary = git.cacheDirectory
    ? undefined
    : await mkdtemp(join(tmpdir(), 'promissory-git-'));
  const engine = await PromisesEngine.create({
    knex,
    logger,
    runners,
    secretStore,
    observer: options.observer,
    git: {
      cacheDirectory: temporary ?? resolve(git.cacheDirectory ?? '.'),
      localDirectory: git.localDirectory
        ? resolve(git.localDirectory)
        : undefined,
      createLocalRepositories: git.create,
      placementsPerCommit: git.placementsPerCommit,
      certificateFile: git.certificateFile
        ? resolve(git.certificateFile)
        : undefined,
      environment: options.environment,
    },
    limits: {
      timeoutMs: limits.pipelineSeconds * 1_000,
      outputBytes: limits.outputBytes,
      outputFiles: limits.outputFiles,
      logBytes: limits.logBytes,
    },
    generationsKept: limits.generationsKept,
    requestsPerNamespace: limits.requestsPerNamespace,
    runRetentionMs: retention.runDays * DAY_MS,
    runsKept: retention.runsPerRequest,
    logRetentionMs: retention.logDays * DAY_MS,
    eventRetentionMs: retention.eventDays * DAY_MS,
    tombstoneMs: retention.tombstoneDays * DAY_MS,
    concurrency: config.engine.concurrency,
    children: config.children,
    mayOwn: ({ namespace, ownerRef }) =>
      mayOwn(config.namespaces, { namespace, ownerRef }),
  });
  return {
    engine,
    cleanUp: async () => {
      if (temporary) await rm(temporary, { recursive: true, force: true });
    },
  };
}
