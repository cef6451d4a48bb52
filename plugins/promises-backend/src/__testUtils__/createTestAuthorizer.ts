import { mockServices } from '@backstage/backend-test-utils';
import type { PolicyDecision } from '@backstage/plugin-permission-common';
import {
  AuthorizeResult,
  type DefinitivePolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  promisePermissionResourceRef,
  promisePermissionRules,
  requestPermissionResourceRef,
  requestPermissionRules,
} from '@promissory/plugin-promises-node';
import { Authorizer } from '../permissions/Authorizer';

/** An authorizer over fixed decisions by the name of the permission, with the real rules. */
export function createTestAuthorizer(
  decisions: Readonly<Record<string, PolicyDecision>>,
): Authorizer {
  const rules: Record<string, object> = {
    [promisePermissionResourceRef.resourceType]: promisePermissionRules,
    [requestPermissionResourceRef.resourceType]: requestPermissionRules,
  };
  return Authorizer.create({
    permissions: mockServices.permissions.mock({
      authorizeConditional: async queries =>
        queries.map(({ permission }) => decisions[permission.name]),
      authorize: async queries =>
        queries.map(({ permission }) => definitive(decisions[permission.name])),
    }),
    permissionsRegistry: mockServices.permissionsRegistry.mock({
      getPermissionRuleset: ({ resourceType }) => ({
        getRuleByName: name => {
          const found = Object.values(rules[resourceType]).find(
            rule => rule.name === name,
          );
          if (!found) throw new Error(`No rule ${name}`);
          return found;
        },
      }),
    }),
  });
}

function definitive(decision: PolicyDecision): DefinitivePolicyDecision {
  return decision.result === AuthorizeResult.CONDITIONAL
    ? { result: AuthorizeResult.DENY }
    : decision;
}
