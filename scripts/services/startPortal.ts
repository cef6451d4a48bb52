import { cp, mkdir, writeFile } from 'node:fs/promises';
import type { ChildProcess } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { stringify } from 'yaml';
import { findFreePort } from './findFreePort.ts';
import { runCommand, type RunningCommand } from './runCommand.ts';
import { waitForHttp } from './waitForHttp.ts';

const root = resolve(import.meta.dirname, '../..');
const nodeTransform = createRequire(import.meta.url).resolve(
  '@backstage/cli/config/nodeTransform.cjs',
);
const START_TIMEOUT_MS = 120_000;

/** What of a portal can be chosen. */
export interface StartPortalOptions {
  /** Everything that the portal writes goes below this folder; it must exist. */
  readonly directory: string;
  /** Connection string of a Postgres server; SQLite files below `directory` without it. */
  readonly postgres?: string;
  /** Default: a free one. */
  readonly port?: number;
  /** More files of the catalog, absolute; they may hold wildcards. */
  readonly files?: readonly string[];
  /** Laid over the configuration last. */
  readonly config?: object;
  /** Another backend than the demo's, below packages/backend; it can be sent messages. Default `src/index.ts`. */
  readonly entry?: string;
}

/** A backend of the demo portal, with the built frontend where there is one. */
export interface Portal {
  readonly url: string;
  /** Copy of `examples/`; editing it is what a platform engineer does. */
  readonly examples: string;
  /** The bare repository that the example Destinations are delivered to. */
  readonly repository: string;
  /** File with the backend's output. */
  readonly log: string;
  /** The process that runs, for signals and messages; undefined while none does. */
  readonly process: ChildProcess | undefined;
  /** Starts the backend that is not running, on the same port and data. */
  start(): Promise<void>;
  /** Asks the backend to end and waits for it. */
  stop(): Promise<void>;
  /** Kills the backend at once, as a crash would. */
  kill(): Promise<void>;
}

/** A server without a database: with one, all plugins would share it instead of having one each. */
function readConnection(connectionString: string) {
  const { hostname, port, username, password } = new URL(connectionString);
  return {
    host: hostname,
    port: Number(port),
    user: decodeURIComponent(username),
    ...(password && { password: decodeURIComponent(password) }),
  };
}

/**
 * Starts the demo's backend with data, Git and examples in a folder of its own. With Postgres, portals that share a
 * `directory` are replicas of one portal.
 */
export async function startPortal(
  options: StartPortalOptions,
): Promise<Portal> {
  const { directory } = options;
  const port = options.port ?? (await findFreePort());
  const url = `http://127.0.0.1:${port}`;
  const examples = join(directory, 'examples');
  const localDirectory = join(directory, 'git');
  const log = join(directory, `backend-${port}.log`);

  await mkdir(join(directory, 'sqlite'), { recursive: true });
  await cp(join(root, 'examples'), examples, {
    recursive: true,
    force: false,
    errorOnExist: false,
  });

  const locations = [
    'people/org.yaml',
    'state-stores/default.yaml',
    'destinations/platform.yaml',
    'destinations/dev-cluster.yaml',
    'destinations/prod-cluster.yaml',
    'destinations/catalog.yaml',
    'promises/namespace/promise.yaml',
    'promises/postgresql/promise.yaml',
    'promises/company-standards/promise.yaml',
    'promises/network-policies/promise.yaml',
    'promises/ci-pipeline/promise.yaml',
    'promises/monitoring/promise.yaml',
    'promises/production-ready-microservice/promise.yaml',
    'templates/production-ready-microservice/template.yaml',
    'templates/namespace-with-database/template.yaml',
  ];
  const config = join(directory, `app-config.${port}.yaml`);
  await writeFile(
    config,
    stringify({
      app: { baseUrl: url },
      backend: {
        baseUrl: url,
        listen: { port, host: '127.0.0.1' },
        cors: { origin: url },
        database: options.postgres
          ? {
              client: 'pg',
              connection: readConnection(options.postgres),
            }
          : {
              client: 'better-sqlite3',
              connection: { directory: join(directory, 'sqlite') },
            },
      },
      catalog: {
        locations: [
          ...locations.map(location => join(examples, location)),
          ...(options.files ?? []),
        ].map(target => ({ type: 'file', target })),
      },
      promises: { git: { localDirectory, create: true } },
      localGit: { directory: join(directory, 'repositories') },
    }),
  );
  const configs = [join(root, 'app-config.yaml'), config];
  if (options.config) {
    const extra = join(directory, `app-config.${port}.extra.yaml`);
    await writeFile(extra, stringify(options.config));
    configs.push(extra);
  }

  let backend: RunningCommand | undefined;

  const end = async (signal: NodeJS.Signals) => {
    backend?.kill(signal);
    await backend?.exitCode;
    backend = undefined;
  };

  const portal: Portal = {
    url,
    examples,
    repository: join(localDirectory, 'platform.git'),
    log,
    get process() {
      return backend?.child;
    },
    async start() {
      // The backend writes to the file itself: its output must not depend on whoever started it.
      const output = openSync(log, 'a');
      // Without the CLI's watcher: a portal under test must not restart because a source file is edited.
      const starting = runCommand(
        process.execPath,
        [
          '--require',
          nodeTransform,
          options.entry ?? 'src/index.ts',
          ...configs.flatMap(file => ['--config', file]),
        ],
        {
          cwd: join(root, 'packages/backend'),
          stdio: [
            'ignore',
            output,
            output,
            ...(options.entry ? ['ipc' as const] : []),
          ],
          env: { ...process.env, NODE_ENV: 'development', LOG_LEVEL: 'info' },
        },
      );
      closeSync(output);
      backend = starting;
      const killAtExit = () => starting.kill('SIGKILL');
      process.once('exit', killAtExit);
      const ended = new AbortController();
      void starting.exitCode.then(code => {
        process.off('exit', killAtExit);
        ended.abort(
          new Error(
            `The backend ended with ${code} before it was ready; its output is in ${log}`,
          ),
        );
      });
      try {
        await waitForHttp(`${url}/.backstage/health/v1/readiness`, {
          timeoutMs: START_TIMEOUT_MS,
          signal: ended.signal,
        });
      } catch (error) {
        await end('SIGKILL');
        throw error;
      }
    },
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
  };
  await portal.start();
  return portal;
}
