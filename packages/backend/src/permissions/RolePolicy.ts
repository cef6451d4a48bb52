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
  createScaffolderTaskConditionalDecision,
  scaffolderTaskConditions,
} from '@backstage/plugin-scaffolder-backend/alpha';
import { RESOURCE_TYPE_SCAFFOLDER_TASK } from '@backstage/plugin-scaffolder-common/alpha';
import {
  destinationReadPermission,
  promiseReadPermission,
  RESOURCE_TYPE_REQUEST,
} from '@promissory/plugin-promises-common';
import {
  createRequestConditionalDecision,
  requestConditions,
} from '@promissory/plugin-promises-node';
import type { Person, PersonRole } from '../people';
import { decideOnEntities, RESOURCE_TYPE_ENTITY } from './decideOnEntities';

const ALLOW: PolicyDecision = { result: AuthorizeResult.ALLOW };
const DENY: PolicyDecision = { result: AuthorizeResult.DENY };

/**
 * Four roles, enough to show what permissions do here:
 *
 * - platform engineers may do everything;
 * - security engineers may see everything and change nothing of a promise;
 * - developers may order for themselves and their teams, and see and look after what those own;
 * - tasks of templates are for who started them;
 * - visitors, and whoever has no role, see the marketplace and the catalog;
 * - orders in the catalog are for those who may see the request.
 */
export class RolePolicy implements PermissionPolicy {
  readonly #roles: ReadonlyMap<string, PersonRole>;

  private constructor(roles: ReadonlyMap<string, PersonRole>) {
    this.#roles = roles;
  }

  static create(options: { readonly people: readonly Person[] }): RolePolicy {
    return new RolePolicy(
      new Map(options.people.map(person => [person.ref, person.role])),
    );
  }

  async handle(
    request: PolicyQuery,
    user?: PolicyQueryUser,
  ): Promise<PolicyDecision> {
    const { permission } = request;
    const role = user && this.#roles.get(user.info.userEntityRef);

    if (role === 'platform-engineer') {
      return ALLOW;
    }
    if (isResourcePermission(permission, RESOURCE_TYPE_SCAFFOLDER_TASK)) {
      // A task has the values that its form was filled with: they are for who filled it.
      return user && role !== undefined
        ? createScaffolderTaskConditionalDecision(
            permission,
            scaffolderTaskConditions.isTaskOwner({
              createdBy: [user.info.userEntityRef],
            }),
          )
        : DENY;
    }
    if (
      isResourcePermission(permission, RESOURCE_TYPE_ENTITY) &&
      permission.attributes.action === 'read'
    ) {
      return role === 'security-engineer'
        ? ALLOW
        : decideOnEntities(
            permission,
            role === 'developer' ? user?.info.ownershipEntityRefs : undefined,
          );
    }
    if (!permission.name.startsWith('promises.')) {
      return role === 'developer' || role === 'security-engineer'
        ? ALLOW
        : DENY;
    }
    if (isPermission(permission, promiseReadPermission)) {
      return ALLOW;
    }
    if (role === 'security-engineer') {
      return permission.attributes.action === 'read' ? ALLOW : DENY;
    }
    if (role === 'developer' && user) {
      if (isPermission(permission, destinationReadPermission)) {
        return ALLOW;
      }
      if (isResourcePermission(permission, RESOURCE_TYPE_REQUEST)) {
        return createRequestConditionalDecision(permission, {
          anyOf: [
            requestConditions.isOwner({
              claims: user.info.ownershipEntityRefs,
            }),
          ],
        });
      }
    }
    return DENY;
  }
}
