import { mockServices } from '@backstage/backend-test-utils';
import {
  AuthorizeResult,
  isResourcePermission,
  type Permission,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import { RESOURCE_TYPE_REQUEST } from '@promissory/plugin-promises-common';
import {
  createRequestConditionalDecision,
  requestConditions,
} from '@promissory/plugin-promises-node';
import { membershipsOf } from './membershipsOf';

/** A permission policy: everybody may do everything with what they or their groups own. */
export function ownersOnly() {
  return mockServices.permissions.mock({
    authorizeConditional: async (queries, { credentials }) =>
      queries.map(({ permission }) => decide(permission, userOf(credentials))),
    authorize: async queries =>
      queries.map(() => ({ result: AuthorizeResult.ALLOW })),
  }).factory;
}

function decide(permission: Permission, user: string): PolicyDecision {
  return isResourcePermission(permission, RESOURCE_TYPE_REQUEST)
    ? createRequestConditionalDecision(permission, {
        anyOf: [requestConditions.isOwner({ claims: membershipsOf(user) })],
      })
    : { result: AuthorizeResult.ALLOW };
}

function userOf(credentials: unknown): string {
  const { principal } = credentials as {
    principal: { userEntityRef?: string };
  };
  return principal.userEntityRef ?? '';
}
