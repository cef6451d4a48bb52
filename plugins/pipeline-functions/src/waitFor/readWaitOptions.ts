import { parseGoDuration } from '@promissory/plugin-promises-common';
import type { RequestName } from '@promissory/plugin-promises-node';
import { requestVariables } from '../expressions/requestVariables';
import { FunctionError } from '../pipelineFunction/FunctionError';
import { readOptions } from '../pipelineFunction/readOptions';
import type { FactInput } from '../pipelineFunction/types';
import { renderString } from '../render/renderValue';
import { waitForOptionsSchema } from './optionsSchema';

/** Name of the function. */
export const WAIT_FOR = 'wait-for';

/** What to wait for, and how long. */
export interface WaitOptions {
  /** Undefined where all children are waited for. */
  readonly requests?: readonly RequestName[];
  readonly state: 'Delivered' | 'Ready';
  readonly retryAfter: string;
  readonly attempts?: number;
  readonly limit?: string;
  readonly limitMs?: number;
}

/** Options of `wait-for` with the names rendered. Throws a FunctionError. */
export function readWaitOptions(input: FactInput): WaitOptions {
  const options = readOptions(
    { name: WAIT_FOR, optionsSchema: waitForOptionsSchema },
    input,
  ) as unknown as WaitOptions & { readonly children?: true };
  const { children, requests, state, retryAfter, attempts, limit } = options;
  if ((children === undefined) === (requests === undefined)) {
    throw new FunctionError(
      'OPTIONS',
      'name what to wait for: children: true, or requests, and not both',
    );
  }
  toMilliseconds(retryAfter, 'OPTIONS.retryAfter');
  const variables = requestVariables(input);
  return {
    requests: requests?.map((request, index) => {
      const render = (key: keyof RequestName) =>
        renderString(
          request[key] ?? '',
          variables,
          `OPTIONS.requests[${index}].${key}`,
        );
      return {
        promise: render('promise'),
        ...(request.namespace === undefined
          ? {}
          : { namespace: render('namespace') }),
        name: render('name'),
      };
    }),
    state,
    retryAfter,
    attempts,
    limit,
    limitMs:
      limit === undefined ? undefined : toMilliseconds(limit, 'OPTIONS.limit'),
  };
}

function toMilliseconds(text: string, path: string): number {
  const milliseconds = parseGoDuration(text);
  if (milliseconds === undefined || milliseconds <= 0) {
    throw new FunctionError(
      path,
      `${JSON.stringify(text)} is no time; write it as 30s, 10m or 1h30m`,
    );
  }
  return milliseconds;
}
