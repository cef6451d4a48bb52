import { createPermissionRule } from '@backstage/plugin-permission-node';
import { z } from 'zod/v4';
import { sameRefs } from '../sameRefs';
import { promisePermissionResourceRef } from '../resourceRefs';

/** Promises that one of the groups owns, whoever asks. @public */
export const promiseInGroup = createPermissionRule({
  name: 'IN_GROUP',
  description: 'Allow Promises that one of the groups owns',
  resourceRef: promisePermissionResourceRef,
  paramsSchema: z.object({
    groups: z.array(z.string()).describe('entity refs of groups'),
  }),
  apply: (promise, { groups }) =>
    promise.ownerRef !== undefined &&
    sameRefs(groups).includes(promise.ownerRef),
  toQuery: ({ groups }) => ({ column: 'owner_ref', values: sameRefs(groups) }),
});
