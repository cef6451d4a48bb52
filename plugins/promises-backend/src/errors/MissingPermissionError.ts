import { CustomErrorBase } from '@backstage/errors';

/** The caller lacks a permission for something that they may see: 403, naming the permission. */
export class MissingPermissionError extends CustomErrorBase {
  name = 'NotAllowedError' as const;
  readonly statusCode = 403;
  readonly permission: string;

  constructor(permission: string, what: string) {
    super(
      `You may not ${what}: the permission ${permission} is missing. Ask whoever looks after the permissions of this portal.`,
    );
    this.permission = permission;
  }
}
