import type {
  JsonObject,
  PolicyViolation,
} from '@promissory/plugin-promises-common';
import type { FactQuery } from '@promissory/plugin-promises-node';
import type { FunctionFact } from '../pipelineFunction';

/** What goes to the worker thread: plain data, copied. */
export interface WorkerTask {
  readonly function: string;
  /** Undefined while the function is asked which facts it wants. */
  readonly facts: Readonly<Record<string, FunctionFact>> | undefined;
  readonly object: JsonObject;
  readonly environment: Readonly<Record<string, string>>;
  readonly arguments: readonly string[];
  readonly output: ReadonlyMap<string, Uint8Array>;
  readonly metadata: ReadonlyMap<string, Uint8Array>;
  readonly limits: {
    readonly outputBytes: number;
    readonly outputFiles: number;
  };
  readonly now: string;
}

/** What comes back. A failure of the function is an answer, not an error of the thread. */
export type WorkerAnswer =
  | {
      readonly state: 'Asks';
      readonly queries: Readonly<Record<string, FactQuery>>;
    }
  | {
      readonly state: 'Succeeded';
      readonly output: ReadonlyMap<string, Uint8Array>;
      readonly metadata: ReadonlyMap<string, Uint8Array>;
      readonly violations: readonly PolicyViolation[];
      readonly log: readonly string[];
    }
  | {
      readonly state: 'Failed';
      readonly reason: string;
      readonly message: string;
      readonly violations: readonly PolicyViolation[];
      readonly log: readonly string[];
    };
