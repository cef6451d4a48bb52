import { mockCredentials } from '@backstage/backend-test-utils';
import {
  AuthorizeResult,
  type Permission,
} from '@backstage/plugin-permission-common';
import {
  taskCancelPermission,
  taskCreatePermission,
  taskReadPermission,
} from '@backstage/plugin-scaffolder-common/alpha';
import {
  destinationDeletePermission,
  destinationReadPermission,
  doctorReadPermission,
  promiseReadPermission,
  requestCreatePermission,
  requestReadPermission,
  requestRetryPermission,
} from '@promissory/plugin-promises-common';
import type { PersonRole } from '../people';
import { RolePolicy } from './RolePolicy';

const { ALLOW, DENY, CONDITIONAL } = AuthorizeResult;
const catalogRead: Permission = {
  type: 'resource',
  name: 'catalog.entity.read',
  attributes: { action: 'read' },
  resourceType: 'catalog-entity',
};
const catalogDelete: Permission = {
  ...catalogRead,
  name: 'catalog.entity.delete',
  attributes: { action: 'delete' },
};

function decide(role: PersonRole | undefined, permission: Permission) {
  const ref = 'user:default/somebody';
  const policy = RolePolicy.create({
    people: role ? [{ ref, role, name: 'Somebody', description: '' }] : [],
  });
  const info = {
    userEntityRef: ref,
    ownershipEntityRefs: [ref, 'group:default/web'],
  };
  return policy.handle(
    { permission },
    { info, credentials: mockCredentials.user(ref) },
  );
}

describe('RolePolicy', () => {
  it.each([
    ['platform-engineer', requestReadPermission, ALLOW],
    ['platform-engineer', destinationDeletePermission, ALLOW],
    ['platform-engineer', catalogDelete, ALLOW],
    ['security-engineer', requestReadPermission, ALLOW],
    ['security-engineer', destinationReadPermission, ALLOW],
    ['security-engineer', requestCreatePermission, DENY],
    ['security-engineer', requestRetryPermission, DENY],
    ['developer', promiseReadPermission, ALLOW],
    ['developer', requestReadPermission, CONDITIONAL],
    ['developer', requestCreatePermission, CONDITIONAL],
    ['developer', destinationReadPermission, ALLOW],
    ['developer', destinationDeletePermission, DENY],
    ['visitor', promiseReadPermission, ALLOW],
    ['security-engineer', catalogRead, ALLOW],
    ['developer', catalogRead, CONDITIONAL],
    ['visitor', catalogRead, CONDITIONAL],
    [undefined, catalogRead, CONDITIONAL],
    ['developer', catalogDelete, ALLOW],
    ['visitor', catalogDelete, DENY],
    ['visitor', requestReadPermission, DENY],
    ['visitor', requestCreatePermission, DENY],
    ['visitor', destinationReadPermission, DENY],
    [undefined, promiseReadPermission, ALLOW],
    [undefined, requestCreatePermission, DENY],
    ['platform-engineer', doctorReadPermission, ALLOW],
    ['security-engineer', doctorReadPermission, ALLOW],
    ['developer', doctorReadPermission, DENY],
    ['visitor', doctorReadPermission, DENY],
    ['platform-engineer', taskReadPermission, ALLOW],
    ['developer', taskReadPermission, CONDITIONAL],
    ['developer', taskCancelPermission, CONDITIONAL],
    ['developer', taskCreatePermission, ALLOW],
    ['security-engineer', taskReadPermission, CONDITIONAL],
    ['visitor', taskCreatePermission, DENY],
    [undefined, taskReadPermission, DENY],
  ] as const)('decides for a %s on %j', async (role, permission, expected) => {
    expect((await decide(role, permission)).result).toBe(expected);
  });

  it('should show developers the tasks that they started', async () => {
    expect(await decide('developer', taskReadPermission)).toMatchObject({
      conditions: {
        rule: 'IS_TASK_OWNER',
        params: { createdBy: ['user:default/somebody'] },
      },
    });
  });

  it.each([
    ['developer', ['user:default/somebody', 'group:default/web']],
    ['visitor', undefined],
    [undefined, undefined],
  ] as const)(
    'should show a %s of the orders in the catalog what %j own',
    async (role, claims) => {
      expect(await decide(role, catalogRead)).toMatchObject({
        pluginId: 'catalog',
        conditions: {
          anyOf: [
            {
              not: {
                rule: 'HAS_SPEC',
                params: { key: 'type', value: 'promise-request' },
              },
            },
            ...(claims
              ? [{ rule: 'IS_ENTITY_OWNER', params: { claims } }]
              : []),
          ],
        },
      });
    },
  );

  it('should let developers see what they or their teams own', async () => {
    expect(await decide('developer', requestReadPermission)).toMatchObject({
      conditions: {
        anyOf: [
          {
            rule: 'IS_OWNER',
            params: { claims: ['user:default/somebody', 'group:default/web'] },
          },
        ],
      },
    });
  });
});
