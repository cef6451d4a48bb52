import { createPermissionRule } from '@backstage/plugin-permission-node';
import { z } from 'zod/v4';
import { sameRefs } from '../sameRefs';
import { requestPermissionResourceRef } from '../resourceRefs';

/** Requests whose owner is among the claims. @public */
export const requestIsOwner = createPermissionRule({
  name: 'IS_OWNER',
  description: 'Allow requests that one of the claims owns',
  resourceRef: requestPermissionResourceRef,
  paramsSchema: z.object({
    claims: z
      .array(z.string())
      .describe('entity refs, usually the ownership refs of the caller'),
  }),
  apply: (request, { claims }) => sameRefs(claims).includes(request.ownerRef),
  toQuery: ({ claims }) => ({ column: 'owner_ref', values: sameRefs(claims) }),
});
