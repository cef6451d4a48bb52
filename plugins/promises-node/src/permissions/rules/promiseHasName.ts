import { createPermissionRule } from '@backstage/plugin-permission-node';
import { z } from 'zod/v4';
import { matchesPattern } from '../matchesPattern';
import { promisePermissionResourceRef } from '../resourceRefs';

/** Promises by name. @public */
export const promiseHasName = createPermissionRule({
  name: 'PROMISE_NAME',
  description: 'Allow Promises by name',
  resourceRef: promisePermissionResourceRef,
  paramsSchema: z.object({
    names: z
      .array(z.string())
      .describe('names of Promises, * stands for any characters'),
  }),
  apply: (promise, { names }) =>
    names.some(name => matchesPattern(name, promise.name)),
  toQuery: ({ names }) => ({ column: 'name', patterns: names }),
});
