import { on } from 'node:events';
import {
  startPortal,
  type Portal,
} from '@promissory/scripts/services/startPortal';
import { openPostgres } from '../database/openPostgres.ts';
import { openSqlite } from '../database/openSqlite.ts';
import type { SqlDatabase } from '../database/SqlDatabase.ts';
import { PortalClient } from '../portal/PortalClient.ts';
import { SERVICE_TOKEN, serviceAccess } from '../portal/serviceAccess.ts';

const ANSWER_MS = 60_000;

/** What a backend is made of, below packages/backend/src/measured. */
export type BackendKind = 'index' | 'without' | 'scaffolder';

/** How to start one. */
export interface MeasuredBackendOptions {
  readonly directory: string;
  readonly kind: BackendKind;
  /** Connection string; SQLite without it. */
  readonly postgres?: string;
  /** Files of the catalog. */
  readonly files: readonly string[];
  /** Laid over the configuration, beside `backend` and `catalog`. */
  readonly config?: object;
}

/** One backend that says what it uses. */
export class MeasuredBackend {
  static async start(
    options: MeasuredBackendOptions,
  ): Promise<MeasuredBackend> {
    const { directory, kind, postgres, files, config } = options;
    const portal = await startPortal({
      directory,
      postgres,
      entry: `src/measured/${kind}.ts`,
      config: {
        permission: { enabled: false },
        ...config,
        backend: { auth: serviceAccess },
        catalog: {
          // As in Backstage without configuration; the demo reads its files more often.
          processingInterval: { seconds: 120 },
          stitchingStrategy: { pollingInterval: { seconds: 1 } },
          locations: files.map(target => ({ type: 'file', target })),
        },
      },
    });
    return new MeasuredBackend(options, portal);
  }

  readonly client: PortalClient;
  readonly #options: MeasuredBackendOptions;
  readonly #portal: Portal;

  private constructor(options: MeasuredBackendOptions, portal: Portal) {
    this.#options = options;
    this.#portal = portal;
    this.client = PortalClient.withToken(portal.url, SERVICE_TOKEN, {
      timeoutMs: ANSWER_MS,
    });
  }

  get url(): string {
    return this.#portal.url;
  }

  /** The bare repository that the Destinations are delivered to. */
  get repository(): string {
    return this.#portal.repository;
  }

  /** The database of a plugin, from outside. */
  open(plugin: 'catalog' | 'promises' | 'scaffolder'): SqlDatabase {
    const { postgres, directory } = this.#options;
    return postgres
      ? openPostgres(postgres, `backstage_plugin_${plugin}`)
      : openSqlite(`${directory}/sqlite/${plugin}.sqlite`);
  }

  /** Memory and processor time of the process; `collect` has its garbage collected first. */
  async measure(options: { readonly collect: boolean }): Promise<{
    readonly heapBytes: number;
    readonly cpuMicroseconds: number;
  }> {
    const child = this.#portal.process;
    if (!child) throw new Error('The backend does not run');
    const answers = on(child, 'message', {
      signal: AbortSignal.timeout(ANSWER_MS),
    });
    child.send(options);
    for await (const [message] of answers) {
      // The loader of TypeScript tells its parent what it has read.
      if (message.heapBytes) return message;
    }
    throw new Error('The backend does not say what it uses');
  }

  async stop(): Promise<void> {
    await this.#portal.kill();
  }
}
