import type { PolicyViolation } from '@promissory/plugin-promises-common';
import type { StepResult } from '@promissory/plugin-promises-node';

/** Files by their path. */
export type Files = ReadonlyMap<string, Uint8Array>;

/** How the container of a function ended, and what it left. */
export interface ContainerAnswer {
  readonly result: StepResult;
  readonly output: Files;
  readonly metadata: Files;
  readonly violations: readonly PolicyViolation[];
  readonly log: readonly string[];
}

/** A container that failed left nothing but its log. */
export function failedAnswer(
  reason: string,
  message: string,
  rest: Partial<Pick<ContainerAnswer, 'violations' | 'log'>> = {},
): ContainerAnswer {
  return {
    result: { state: 'Failed', exitCode: 1, reason, message },
    output: new Map(),
    metadata: new Map(),
    violations: [],
    log: [],
    ...rest,
  };
}
