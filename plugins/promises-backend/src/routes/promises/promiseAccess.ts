import { NotFoundError } from '@backstage/errors';
import {
  promiseReadPermission,
  requestCreatePermission,
  type NamespaceChoice,
  type PromiseCard,
} from '@promissory/plugin-promises-common';
import {
  getPromise as readPromise,
  type PromiseRecord,
} from '@promissory/plugin-promises-engine';
import { whyNotOrderable } from '../../admission/decideOrderable';
import type { Caller } from '../../caller/Caller';
import type { CallerRights } from '../../permissions/CallerRights';
import type { RouteContext } from '../RouteContext';

/** The permissions that decide what of a Promise a caller sees. */
export const promisePermissions = [
  promiseReadPermission,
  requestCreatePermission,
];

/** A Promise that the caller may read; what they may not does not exist for them. */
export async function loadPromise(
  context: RouteContext,
  rights: CallerRights,
  name: string,
): Promise<PromiseRecord> {
  const platform = context.platform.name;
  const record = await readPromise(context.knex, { platform, name });
  if (
    !record ||
    !rights.mayReadPromise({
      name: record.row.name,
      ownerRef: record.row.owner_ref ?? undefined,
    })
  ) {
    throw new NotFoundError(`There is no Promise ${name}`);
  }
  return record;
}

/** Whether the caller could order, and the permission that they lack if they cannot. */
export function orderability(options: {
  readonly card: Pick<PromiseCard, 'name' | 'availability' | 'runner'> & {
    readonly api?: unknown;
  };
  readonly caller: Caller;
  readonly rights: CallerRights;
  /** Namespaces that the caller may order in; absent for a service, which may name any. */
  readonly choices: readonly NamespaceChoice[] | undefined;
}): Pick<PromiseCard, 'orderable' | 'deniedPermission'> {
  const { card, caller, rights, choices } = options;
  const blocked = whyNotOrderable({
    name: card.name,
    availability: card.availability,
    hasApi: card.api !== undefined,
    runner: card.runner,
  });
  if (isDenied(card.name, caller, rights, choices)) {
    return { orderable: false, deniedPermission: requestCreatePermission.name };
  }
  return { orderable: blocked === undefined && choices?.length !== 0 };
}

/** Whether there are namespaces and owners, and the permission is given for none of them. */
function isDenied(
  promiseName: string,
  caller: Caller,
  rights: CallerRights,
  choices: readonly NamespaceChoice[] | undefined,
): boolean {
  if (rights.denies(requestCreatePermission)) return true;
  // A service may name any owner; without a namespace of their own a person lacks that, and no permission.
  if (choices === undefined || choices.length === 0) return false;
  return !choices.some(({ namespace, owners }) =>
    owners.some(
      ownerRef =>
        // Which namespaces of a pattern are allowed is known when one is named.
        namespace.includes('*') ||
        rights.may(requestCreatePermission, {
          promiseName,
          namespace,
          ownerRef,
          requestedBy: caller.actor.ref,
        }),
    ),
  );
}
