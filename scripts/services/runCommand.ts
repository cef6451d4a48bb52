import {
  spawn,
  type ChildProcess,
  type SpawnOptions,
} from 'node:child_process';
import { delimiter, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');

/** A child process with its end as a promise. */
export interface RunningCommand {
  readonly child: ChildProcess;
  /** Resolves with the exit code; a signal counts as 1. */
  readonly exitCode: Promise<number>;
  /** Signals the whole process group, if the command was started detached, else the process. */
  kill(signal: NodeJS.Signals): void;
}

/** Runs a command of this repository or of the PATH, with output passed through unless `stdio` says otherwise. */
export function runCommand(
  command: string,
  args: readonly string[],
  options: SpawnOptions = {},
): RunningCommand {
  const child = spawn(command, args, {
    stdio: 'inherit',
    ...options,
    env: {
      ...process.env,
      ...options.env,
      PATH: `${resolve(root, 'node_modules/.bin')}${delimiter}${
        process.env.PATH
      }`,
    },
  });
  const exitCode = new Promise<number>((done, fail) => {
    child.once('error', error =>
      fail(new Error(`${command} could not be started: ${error.message}`)),
    );
    child.once('exit', code => done(code ?? 1));
  });
  return {
    child,
    exitCode,
    kill(signal) {
      if (
        child.pid === undefined ||
        child.exitCode !== null ||
        child.signalCode !== null
      ) {
        return;
      }
      try {
        process.kill(options.detached ? -child.pid : child.pid, signal);
      } catch (error) {
        // It ended by itself between the check and the signal.
        if ((error as NodeJS.ErrnoException).code !== 'ESRCH') {
          throw error;
        }
      }
    },
  };
}
