import { createPermissionRule } from '@backstage/plugin-permission-node';
import { z } from 'zod/v4';
import { sameRefs } from '../sameRefs';
import { requestPermissionResourceRef } from '../resourceRefs';

/** Requests that one of the groups owns, whoever asks. @public */
export const requestInGroup = createPermissionRule({
  name: 'IN_GROUP',
  description: 'Allow requests that one of the groups owns',
  resourceRef: requestPermissionResourceRef,
  paramsSchema: z.object({
    groups: z.array(z.string()).describe('entity refs of groups'),
  }),
  apply: (request, { groups }) => sameRefs(groups).includes(request.ownerRef),
  toQuery: ({ groups }) => ({ column: 'owner_ref', values: sameRefs(groups) }),
});
