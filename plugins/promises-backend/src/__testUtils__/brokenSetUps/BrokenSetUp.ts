import type {
  DoctorStatus,
  JsonObject,
} from '@promissory/plugin-promises-common';
import type { startPromises } from '../startPromises';

export type StartedPromises = Awaited<ReturnType<typeof startPromises>>;

/** An installation with one fault, and what the doctor has to say of it. */
export interface BrokenSetUp {
  readonly fault: string;
  /** Of the section `promises`. */
  readonly config?: JsonObject;
  /** Of the section `backend`. */
  readonly backend?: JsonObject;
  /** Other sections. */
  readonly root?: JsonObject;
  /** What is published instead of an example that is well. */
  readonly publish?: (promises: StartedPromises) => Promise<unknown>;
  /** What is broken once that is well. Answers what undoes it where it outlives the backend. */
  readonly breakIt?: (
    promises: StartedPromises,
  ) => Promise<void | (() => unknown)>;
  readonly check: string;
  readonly status: DoctorStatus;
  /** The fault is named. */
  readonly names: RegExp;
  /** The line that mends it. */
  readonly mends: RegExp;
  /** Other checks that suffer from it. */
  readonly also?: readonly string[];
}
