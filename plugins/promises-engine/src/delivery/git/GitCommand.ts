import { toError } from '@backstage/errors';
import { spawn } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { explainStderr } from './explainStderr';
import { gitConfiguration } from './gitConfiguration';
import { GitCommandError } from './GitCommandError';
import { gitEnvironment } from './gitEnvironment';

/** How long git may take to clean up its lock files before it is killed. */
const TERMINATION_MS = 2_000;

export interface GitRunOptions {
  /** The first one is the verb. */
  readonly arguments: readonly string[];
  readonly directory: string;
  readonly input?: readonly Uint8Array[];
  readonly signal?: AbortSignal;
  /** Settings of this command, secrets among them. */
  readonly settings?: Readonly<Record<string, string>>;
  readonly protocols?: readonly string[];
  /** Exit codes that are an answer, not an error. */
  readonly answers?: readonly number[];
}

export interface GitRunResult {
  readonly exitCode: number;
  readonly stdout: Buffer;
  readonly stderr: string;
}

/** Runs git by itself: no shell, nobody's configuration, bounded in time, ended with everything that it started. */
export class GitCommand {
  readonly #directory: string;
  readonly #environment: Readonly<Record<string, string | undefined>>;
  readonly #certificateFile: string | undefined;
  readonly #timeoutMs: number;
  readonly #configurationFile: string;
  #prepared: Promise<void> | undefined;

  static create(options: {
    /** Of our own; holds the configuration. */
    readonly directory: string;
    /** Of the process; only what finds programs and the network is passed on. */
    readonly environment: Readonly<Record<string, string | undefined>>;
    /** PEM file of authorities to trust instead of the machine's. */
    readonly certificateFile?: string;
    /** Bound of one command, milliseconds. */
    readonly timeoutMs: number;
  }): GitCommand {
    return new GitCommand(options);
  }

  private constructor(options: {
    readonly directory: string;
    readonly environment: Readonly<Record<string, string | undefined>>;
    readonly certificateFile?: string;
    readonly timeoutMs: number;
  }) {
    this.#directory = options.directory;
    this.#environment = options.environment;
    this.#certificateFile = options.certificateFile;
    this.#timeoutMs = options.timeoutMs;
    this.#configurationFile = join(options.directory, 'gitconfig');
  }

  /** Rejects with a GitCommandError. */
  async run(options: GitRunOptions): Promise<GitRunResult> {
    this.#prepared ??= this.#prepare().catch(error => {
      // A full disk or a folder that is not mounted yet is no reason to fail for ever.
      this.#prepared = undefined;
      throw new GitCommandError({
        verb: 'init',
        problem: `cannot write below ${this.#directory}: ${
          toError(error).message
        }`,
      });
    });
    await this.#prepared;
    options.signal?.throwIfAborted();
    const verb = options.arguments[0];
    const result = await this.#spawn(options, verb);
    const answers = options.answers ?? [0];
    if (!answers.includes(result.exitCode)) {
      throw new GitCommandError({
        verb,
        problem:
          explainStderr(result.stderr) || `ended with code ${result.exitCode}`,
        exitCode: result.exitCode,
        stderr: result.stderr,
      });
    }
    return result;
  }

  async #prepare(): Promise<void> {
    await mkdir(this.#directory, { recursive: true });
    await writeFile(this.#configurationFile, gitConfiguration);
  }

  #spawn(options: GitRunOptions, verb: string): Promise<GitRunResult> {
    return new Promise((resolve, reject) => {
      const child = spawn('git', [...options.arguments], {
        cwd: options.directory,
        // A group of its own, so that transports and the other end of a local push end with it.
        detached: true,
        stdio: ['pipe', 'pipe', 'pipe'],
        env: gitEnvironment({
          environment: this.#environment,
          home: this.#directory,
          configurationFile: this.#configurationFile,
          certificateFile: this.#certificateFile,
          protocols: options.protocols ?? [],
          settings: options.settings ?? {},
        }),
      });
      let problem: string | undefined;
      let killTimer: NodeJS.Timeout | undefined;
      const end = (why: string) => {
        problem ??= why;
        signalGroup(child.pid, 'SIGTERM');
        killTimer ??= setTimeout(
          () => signalGroup(child.pid, 'SIGKILL'),
          TERMINATION_MS,
        );
      };
      const timer = setTimeout(
        () => end(`took longer than ${this.#timeoutMs / 1000} s`),
        this.#timeoutMs,
      );
      const abort = () => end('stopped');
      options.signal?.addEventListener('abort', abort, { once: true });
      const release = () => {
        clearTimeout(timer);
        clearTimeout(killTimer);
        options.signal?.removeEventListener('abort', abort);
      };

      const stdout: Buffer[] = [];
      const stderr: Buffer[] = [];
      child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk));
      child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk));
      // A command that ends early closes its input; its exit code tells why.
      child.stdin.on('error', () => {});
      for (const chunk of options.input ?? []) {
        child.stdin.write(chunk);
      }
      child.stdin.end();

      child.on('error', error => {
        release();
        reject(new GitCommandError({ verb, problem: explainSpawn(error) }));
      });
      child.on('close', code => {
        release();
        if (problem !== undefined) {
          reject(new GitCommandError({ verb, problem }));
          return;
        }
        resolve({
          exitCode: code ?? -1,
          stdout: Buffer.concat(stdout),
          stderr: Buffer.concat(stderr).toString('utf8'),
        });
      });
    });
  }
}

function signalGroup(pid: number | undefined, signal: NodeJS.Signals): void {
  if (pid === undefined) {
    return;
  }
  try {
    process.kill(-pid, signal);
  } catch {
    // It has ended already.
  }
}

function explainSpawn(error: Error): string {
  return 'code' in error && error.code === 'ENOENT'
    ? 'cannot be started; install git 2.31 or later, and make sure that its folder exists'
    : error.message;
}
