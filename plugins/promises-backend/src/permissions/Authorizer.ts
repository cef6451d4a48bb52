import type {
  BackstageCredentials,
  PermissionsRegistryService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import {
  AuthorizeResult,
  isResourcePermission,
  type BasicPermission,
  type Permission,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  createConditionAuthorizer,
  createConditionTransformer,
  type PermissionRuleset,
} from '@backstage/plugin-permission-node';
import {
  promisePermissionResourceRef,
  requestPermissionResourceRef,
} from '@promissory/plugin-promises-node';
import { CallerRights, type Readable, type RightsJudge } from './CallerRights';

/** What the authorizer is made of. */
export interface AuthorizerOptions {
  readonly permissions: PermissionsService;
  readonly permissionsRegistry: PermissionsRegistryService;
}

/** Asks the permission policy, with the caller's own credentials, in one call for all permissions that are needed. */
export class Authorizer {
  readonly #permissions: PermissionsService;
  readonly #judge: RightsJudge;

  static create(options: AuthorizerOptions): Authorizer {
    const promises = options.permissionsRegistry.getPermissionRuleset(
      promisePermissionResourceRef,
    );
    const requests = options.permissionsRegistry.getPermissionRuleset(
      requestPermissionResourceRef,
    );
    return new Authorizer(options.permissions, {
      promise: createConditionAuthorizer(promises),
      request: createConditionAuthorizer(requests),
      promiseCriteria: readableBy(promises),
      requestCriteria: readableBy(requests),
    });
  }

  private constructor(permissions: PermissionsService, judge: RightsJudge) {
    this.#permissions = permissions;
    this.#judge = judge;
  }

  async decide(
    credentials: BackstageCredentials,
    permissions: readonly Permission[],
  ): Promise<CallerRights> {
    const onResources = permissions.filter(each => isResourcePermission(each));
    const general = permissions.filter(isBasicPermission);
    const [conditional, definite] = await Promise.all([
      onResources.length === 0
        ? []
        : this.#permissions.authorizeConditional(
            onResources.map(permission => ({ permission })),
            { credentials },
          ),
      general.length === 0
        ? []
        : this.#permissions.authorize(
            general.map(permission => ({ permission })),
            { credentials },
          ),
    ]);
    const decisions = new Map<string, PolicyDecision>();
    onResources.forEach((each, i) => decisions.set(each.name, conditional[i]));
    general.forEach((each, i) => decisions.set(each.name, definite[i]));
    return CallerRights.create(decisions, this.#judge);
  }
}

function readableBy<TResource, TFilter>(
  ruleset: PermissionRuleset<TResource, TFilter>,
): (decision: PolicyDecision) => Readable<TFilter> {
  const transform = createConditionTransformer<TFilter>(ruleset);
  return decision => {
    if (decision.result === AuthorizeResult.ALLOW) return 'everything';
    return decision.result === AuthorizeResult.CONDITIONAL
      ? transform(decision.conditions)
      : 'nothing';
  };
}

function isBasicPermission(
  permission: Permission,
): permission is BasicPermission {
  return permission.type === 'basic';
}
