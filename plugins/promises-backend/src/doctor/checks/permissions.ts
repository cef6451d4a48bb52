import type { DoctorResult } from '@promissory/plugin-promises-common';
import { configRemedy } from '../configRemedy';
import type { Check } from '../types';

/** What the configuration says of who may call and do what. */
export interface PermissionFacts {
  /** `permission.enabled` */
  readonly enabled: boolean;
  /** `backend.auth.dangerouslyDisableDefaultAuthPolicy` */
  readonly open: boolean;
}

export function judgePermissions(facts: PermissionFacts): DoctorResult[] {
  const results: DoctorResult[] = [];
  if (!facts.enabled) {
    results.push({
      status: 'warning',
      subject: 'permission.enabled',
      message:
        'Permissions are off: everybody who is signed in may order, change, delete and see everything, this page included.',
      remedy: configRemedy(
        'Turn them on; the policy of the app then decides.',
        { permission: { enabled: true } },
      ),
    });
  }
  if (facts.open) {
    results.push({
      status: 'error',
      subject: 'backend.auth.dangerouslyDisableDefaultAuthPolicy',
      message: 'The backend answers callers who are not signed in.',
      remedy: configRemedy('Let only those in who are signed in.', {
        backend: { auth: { dangerouslyDisableDefaultAuthPolicy: false } },
      }),
    });
  }
  return results.length > 0
    ? results
    : [
        {
          status: 'ok',
          message:
            'Permissions are on, and the policy of the app decides. It answered for this page.',
        },
      ];
}

export const permissionsCheck: Check = {
  id: 'permissions',
  area: 'permissions',
  title: 'Permissions',
  run: async ({ rootConfig }) =>
    judgePermissions({
      enabled: rootConfig.getOptionalBoolean('permission.enabled') ?? false,
      open:
        rootConfig.getOptionalBoolean(
          'backend.auth.dangerouslyDisableDefaultAuthPolicy',
        ) ?? false,
    }),
};
