import {
  AuthorizeResult,
  isPermission,
  isResourcePermission,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import type {
  PermissionPolicy,
  PolicyQuery,
  PolicyQueryUser,
} from '@backstage/plugin-permission-node';
import {
  promiseReadPermission,
  RESOURCE_TYPE_REQUEST,
} from '@promissory/plugin-promises-common';
import {
  createPromiseConditionalDecision,
  createRequestConditionalDecision,
  promiseConditions,
  requestConditions,
} from '@promissory/plugin-promises-node';

/** Requests are for their owners; the Promise `vault` is for Alice. */
export class OwnersPolicy implements PermissionPolicy {
  async handle(
    { permission }: PolicyQuery,
    user?: PolicyQueryUser,
  ): Promise<PolicyDecision> {
    if (!user) return { result: AuthorizeResult.DENY };
    const { userEntityRef, ownershipEntityRefs } = user.info;
    if (isResourcePermission(permission, RESOURCE_TYPE_REQUEST)) {
      return createRequestConditionalDecision(permission, {
        anyOf: [requestConditions.isOwner({ claims: ownershipEntityRefs })],
      });
    }
    if (
      isPermission(permission, promiseReadPermission) &&
      userEntityRef !== 'user:default/alice'
    ) {
      return createPromiseConditionalDecision(permission, {
        not: promiseConditions.promiseName({ names: ['vault'] }),
      });
    }
    return { result: AuthorizeResult.ALLOW };
  }
}
