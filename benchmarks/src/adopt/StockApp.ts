import { execFile } from 'node:child_process';
import { appendFile, cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { stringify } from 'yaml';
import { findFreePort } from '@promissory/scripts/services/findFreePort';
import { runCommand } from '@promissory/scripts/services/runCommand';
import { waitForHttp } from '@promissory/scripts/services/waitForHttp';
import { applyEdit } from './applyEdit.ts';
import type { PageEdit } from './readInstallPage.ts';

const root = resolve(import.meta.dirname, '../../..');
const run = promisify(execFile);

/** The create-app of Backstage 1.55. */
const CREATE_APP = '@backstage/create-app@0.9.2';
const START_MS = 300_000;

/** A Backstage as `create-app` makes it. */
export class StockApp {
  readonly folder: string;
  readonly #log: string;

  private constructor(folder: string) {
    this.folder = folder;
    this.#log = `${folder}.log`;
  }

  /** Makes the app; one that is there already is put back to how it was made, and keeps what is installed. */
  static async create(folder: string): Promise<StockApp> {
    const app = new StockApp(folder);
    if (existsSync(join(folder, 'package.json'))) {
      await run('git', ['checkout', '--quiet', '.'], { cwd: folder });
      await run('git', ['clean', '-fdq'], { cwd: folder });
      return app;
    }
    await mkdir(dirname(folder), { recursive: true });
    await app.#run(
      'npm',
      [
        'exec',
        '--yes',
        `--package=${CREATE_APP}`,
        '--',
        'backstage-create-app',
        '--skip-install',
        '--path',
        folder,
      ],
      dirname(folder),
      { BACKSTAGE_APP_NAME: 'portal' },
    );
    await app.#pin();
    await app.#commit();
    return app;
  }

  /** File with the output of everything that was run. */
  get log(): string {
    return this.#log;
  }

  /** Where packages of the scope come from. */
  async useRegistry(url: string): Promise<void> {
    await appendFile(
      join(this.folder, '.yarnrc.yml'),
      stringify({
        npmScopes: { promissory: { npmRegistryServer: url } },
        unsafeHttpWhitelist: ['127.0.0.1'],
      }),
    );
  }

  /** Runs a line of the install page. */
  async command(line: string): Promise<void> {
    const [command, ...args] = line.split(/\s+/);
    await this.#run(command, args, this.folder);
  }

  async edit({ file, text }: PageEdit): Promise<void> {
    const path = join(this.folder, file);
    const before = await readFile(path, 'utf8').catch(() => undefined);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, applyEdit(file, before, text));
  }

  /** `yarn start`, on ports that are free. Resolves when app and backend answer. */
  async start() {
    const [appPort, backendPort] = [await findFreePort(), await findFreePort()];
    const url = `http://localhost:${appPort}`;
    const backendUrl = `http://localhost:${backendPort}`;
    await writeFile(
      join(this.folder, 'app-config.local.yaml'),
      stringify({
        app: { baseUrl: url },
        backend: {
          baseUrl: backendUrl,
          listen: { port: backendPort },
          cors: { origin: url },
        },
      }),
    );
    const started = runCommand('yarn', ['start'], {
      cwd: this.folder,
      detached: true,
      stdio: ['ignore', ...(await this.#output())],
      env: { PATH: process.env.PATH, BROWSER: 'none', GITHUB_TOKEN: 'none' },
    });
    const ended = new AbortController();
    void started.exitCode.then(code =>
      ended.abort(
        new Error(
          `yarn start ended with ${code}; its output is in ${this.#log}`,
        ),
      ),
    );
    const stop = async () => {
      started.kill('SIGTERM');
      await started.exitCode;
    };
    const options = { timeoutMs: START_MS, signal: ended.signal };
    try {
      await waitForHttp(
        `${backendUrl}/.backstage/health/v1/readiness`,
        options,
      );
      await waitForHttp(url, options);
    } catch (error) {
      await stop();
      throw error;
    }
    return { url, backendUrl, stop };
  }

  /** What this project pins because the registry lacks a binary of a newer version, and its lock file as a seed. */
  async #pin(): Promise<void> {
    const own = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
    const path = join(this.folder, 'package.json');
    const manifest = JSON.parse(await readFile(path, 'utf8'));
    manifest.resolutions = { ...manifest.resolutions, ...own.resolutions };
    manifest.dependenciesMeta = own.dependenciesMeta;
    await writeFile(path, `${JSON.stringify(manifest, undefined, 2)}\n`);
    await appendFile(
      join(this.folder, '.yarnrc.yml'),
      stringify({ enableScripts: false }),
    );
    await cp(join(root, 'yarn.lock'), join(this.folder, 'yarn.lock'));
  }

  async #commit(): Promise<void> {
    const git = (...args: string[]) =>
      run(
        'git',
        [
          '-c',
          'user.name=adopt',
          '-c',
          'user.email=adopt@example.com',
          ...args,
        ],
        { cwd: this.folder },
      );
    if (!existsSync(join(this.folder, '.git'))) await git('init', '--quiet');
    await git('add', '.');
    await git('commit', '--quiet', '--message', 'As it was made');
  }

  async #run(
    command: string,
    args: readonly string[],
    cwd: string,
    env: NodeJS.ProcessEnv = {},
  ): Promise<void> {
    const code = await runCommand(command, args, {
      cwd,
      env,
      stdio: ['ignore', ...(await this.#output())],
    }).exitCode;
    if (code !== 0) {
      throw new Error(
        `${[command, ...args].join(' ')} ended with ${code}; its output is in ${
          this.#log
        }`,
      );
    }
  }

  async #output(): Promise<[number, number]> {
    const { openSync } = await import('node:fs');
    const output = openSync(this.#log, 'a');
    return [output, output];
  }
}
