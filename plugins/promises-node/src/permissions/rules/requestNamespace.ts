import { createPermissionRule } from '@backstage/plugin-permission-node';
import { z } from 'zod/v4';
import { matchesPattern } from '../matchesPattern';
import { requestPermissionResourceRef } from '../resourceRefs';

/** Requests by namespace. @public */
export const requestNamespace = createPermissionRule({
  name: 'NAMESPACE',
  description: 'Allow requests in these namespaces',
  resourceRef: requestPermissionResourceRef,
  paramsSchema: z.object({
    patterns: z
      .array(z.string())
      .describe('namespaces, * stands for any characters'),
  }),
  apply: (request, { patterns }) =>
    patterns.some(pattern => matchesPattern(pattern, request.namespace)),
  toQuery: ({ patterns }) => ({ column: 'namespace', patterns }),
});
