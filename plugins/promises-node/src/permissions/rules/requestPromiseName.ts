import { createPermissionRule } from '@backstage/plugin-permission-node';
import { z } from 'zod/v4';
import { matchesPattern } from '../matchesPattern';
import { requestPermissionResourceRef } from '../resourceRefs';

/** Requests of Promises by name. @public */
export const requestPromiseName = createPermissionRule({
  name: 'PROMISE_NAME',
  description: 'Allow requests of these Promises',
  resourceRef: requestPermissionResourceRef,
  paramsSchema: z.object({
    names: z
      .array(z.string())
      .describe('names of Promises, * stands for any characters'),
  }),
  apply: (request, { names }) =>
    names.some(name => matchesPattern(name, request.promiseName)),
  toQuery: ({ names }) => ({ column: 'promise_name', patterns: names }),
});
