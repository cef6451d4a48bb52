import { once } from 'node:events';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import {
  startPortal,
  type Portal,
  type StartPortalOptions,
} from '@promissory/scripts/services/startPortal';
import { PortalClient } from '../../portal/PortalClient.ts';
import { SERVICE_TOKEN, serviceAccess } from '../../portal/serviceAccess.ts';

/** A stopped process answers nobody; a busy one takes its time. */
const ANSWER_MS = 10_000;
const ARMED_MS = 20_000;
const CATALOG = join(import.meta.dirname, '../catalog');

/** A point of the engine, in one of its workflows. */
export interface Point {
  readonly point: string;
  readonly workflow: 'configure' | 'delete';
}

/** What a kill leaves behind: who it was in its leases, and when it died. */
export interface Death {
  readonly owner: string | undefined;
  /** as Date.now() */
  readonly at: number;
}

/** One backend that can be killed, paused, and told to end at a point. */
export class Replica {
  static async start(
    options: Pick<StartPortalOptions, 'directory' | 'postgres'>,
  ): Promise<Replica> {
    const portal = await startPortal({
      ...options,
      entry: 'src/chaos/index.ts',
      config: {
        permission: { enabled: false },
        promises: { engine: { concurrency: 8 } },
        backend: { auth: serviceAccess },
        catalog: {
          locations: ['stores', 'note', 'folder'].map(name => ({
            type: 'file',
            target: join(CATALOG, `${name}.yaml`),
          })),
        },
      },
    });
    return new Replica(portal, join(options.directory, 'reached.json'));
  }

  readonly client: PortalClient;
  readonly #portal: Portal;
  readonly #file: string;

  private constructor(portal: Portal, file: string) {
    this.#portal = portal;
    this.#file = file;
    this.client = PortalClient.withToken(portal.url, SERVICE_TOKEN, {
      timeoutMs: ANSWER_MS,
    });
  }

  get repository(): string {
    return this.#portal.repository;
  }

  /** Whether a process runs. */
  get alive(): boolean {
    const child = this.#portal.process;
    return Boolean(child && child.exitCode === null && !child.signalCode);
  }

  /** Tells it to end at the point if it is the first there, or to live on; answers who it is in its leases. */
  async arm(endAt: Point | undefined): Promise<string | undefined> {
    const child = this.#portal.process;
    if (!child || !this.alive) return undefined;
    const over = new AbortController();
    const signal = AbortSignal.any([
      over.signal,
      AbortSignal.timeout(ARMED_MS),
    ]);
    const answer = once(child, 'message', { signal });
    const death = once(child, 'exit', { signal });
    child.send({ endAt, file: this.#file }, () => {
      // It may have died a moment ago.
    });
    try {
      const [message] = await Promise.race([answer, death]);
      return (message as { owner?: string } | null)?.owner;
    } finally {
      over.abort();
    }
  }

  /** Whether it dies within the time, by itself. */
  async dies(timeoutMs: number): Promise<boolean> {
    const child = this.#portal.process;
    if (!child || !this.alive) return true;
    return once(child, 'exit', { signal: AbortSignal.timeout(timeoutMs) }).then(
      () => true,
      () => false,
    );
  }

  /** The point at which one of the replicas ended, if one did since it was forgotten. */
  reached(): (Point & Death) | undefined {
    return existsSync(this.#file)
      ? JSON.parse(readFileSync(this.#file, 'utf8'))
      : undefined;
  }

  /** From now on one may end at a point again. */
  forgetReached(): void {
    rmSync(this.#file, { force: true });
  }

  /** Kills it at once. */
  async kill(): Promise<Death> {
    const owner = await this.arm(undefined);
    const at = Date.now();
    await this.#portal.kill();
    return { owner, at };
  }

  pause(): void {
    this.#portal.process?.kill('SIGSTOP');
  }

  resume(): void {
    this.#portal.process?.kill('SIGCONT');
  }

  /** Starts it again on the same data. */
  start(): Promise<void> {
    return this.#portal.start();
  }

  stop(): Promise<void> {
    return this.#portal.kill();
  }
}
