import type { JsonObject } from '@promissory/plugin-promises-common';

/** What goes to the worker thread: plain data, copied. */
export interface WorkerTask {
  readonly function: string;
  readonly object: JsonObject;
  readonly environment: Readonly<Record<string, string>>;
  readonly arguments: readonly string[];
  readonly output: ReadonlyMap<string, Uint8Array>;
  readonly metadata: ReadonlyMap<string, Uint8Array>;
  readonly limits: {
    readonly outputBytes: number;
    readonly outputFiles: number;
  };
}

/** What comes back. A failure of the function is an answer, not an error of the thread. */
export type WorkerAnswer =
  | {
      readonly state: 'Succeeded';
      readonly output: ReadonlyMap<string, Uint8Array>;
      readonly metadata: ReadonlyMap<string, Uint8Array>;
      readonly log: readonly string[];
    }
  | {
      readonly state: 'Failed';
      readonly message: string;
      readonly log: readonly string[];
    };
