import { createPermissionRule } from '@backstage/plugin-permission-node';
import { z } from 'zod/v4';
import { sameRefs } from '../sameRefs';
import { promisePermissionResourceRef } from '../resourceRefs';

/** Promises whose owner is among the claims. @public */
export const promiseIsOwner = createPermissionRule({
  name: 'IS_OWNER',
  description: 'Allow Promises that one of the claims owns',
  resourceRef: promisePermissionResourceRef,
  paramsSchema: z.object({
    claims: z
      .array(z.string())
      .describe('entity refs, usually the ownership refs of the caller'),
  }),
  apply: (promise, { claims }) =>
    promise.ownerRef !== undefined &&
    sameRefs(claims).includes(promise.ownerRef),
  toQuery: ({ claims }) => ({ column: 'owner_ref', values: sameRefs(claims) }),
});
