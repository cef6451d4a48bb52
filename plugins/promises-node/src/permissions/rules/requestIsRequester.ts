import { createPermissionRule } from '@backstage/plugin-permission-node';
import { z } from 'zod/v4';
import { sameRefs } from '../sameRefs';
import { requestPermissionResourceRef } from '../resourceRefs';

/** Requests that one of the claims ordered. For an order it is always true of the caller: combine it. @public */
export const requestIsRequester = createPermissionRule({
  name: 'IS_REQUESTER',
  description: 'Allow requests that one of the claims ordered',
  resourceRef: requestPermissionResourceRef,
  paramsSchema: z.object({
    claims: z
      .array(z.string())
      .describe('entity refs, usually the ownership refs of the caller'),
  }),
  apply: (request, { claims }) =>
    sameRefs(claims).includes(request.requestedBy),
  toQuery: ({ claims }) => ({
    column: 'requested_by',
    values: sameRefs(claims),
  }),
});
