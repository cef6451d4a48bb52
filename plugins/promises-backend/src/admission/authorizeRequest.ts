import {
  requestCreatePermission,
  requestReadPermission,
  requestUpdatePermission,
  type ResourceRequest,
} from '@promissory/plugin-promises-common';
import { NameTakenError } from '@promissory/plugin-promises-engine';
import type { Caller } from '../caller/Caller';
import type { NamespaceRule } from '../config/PromisesConfig';
import { MissingPermissionError } from '../errors/MissingPermissionError';
import { UnprocessableContentError } from '../errors/UnprocessableContentError';
import type { CallerRights } from '../permissions/CallerRights';
import { requestResource } from '../routes/requests/requestResource';
import { decideOwner } from './decideOwner';

/** Whose the request is, once the caller may order or change it. */
export function authorizeRequest(options: {
  rules: readonly NamespaceRule[];
  caller: Caller;
  rights: CallerRights;
  promiseName: string;
  existing: ResourceRequest | undefined;
  namespace: string;
  /** Owner in the body. */
  wanted: string | undefined;
}): string {
  const { caller, rights, promiseName, existing, namespace } = options;
  const permission = existing
    ? requestUpdatePermission
    : requestCreatePermission;
  const what = existing
    ? `change the request ${namespace}/${existing.name}`
    : `order ${promiseName} in the namespace ${namespace}`;
  if (
    existing &&
    !rights.may(requestReadPermission, requestResource(existing))
  ) {
    // Who may order nothing here does not learn which names are taken.
    if (rights.denies(requestCreatePermission)) {
      throw new MissingPermissionError(
        requestCreatePermission.name,
        `order ${promiseName} in the namespace ${namespace}`,
      );
    }
    throw new NameTakenError(
      `The name ${existing.name} is taken in the namespace ${namespace}: choose another one`,
    );
  }
  if (
    rights.denies(permission) ||
    (existing && !rights.may(permission, requestResource(existing)))
  ) {
    throw new MissingPermissionError(permission.name, what);
  }
  const decision = decideOwner({
    rules: options.rules,
    namespace,
    callerRefs: caller.refs,
    wanted: options.wanted,
    current: existing?.owner,
  });
  if (decision.errors) {
    throw new UnprocessableContentError(decision.errors);
  }
  const candidate = {
    promiseName,
    namespace,
    ownerRef: decision.ownerRef,
    requestedBy: existing?.requestedBy ?? caller.actor.ref,
  };
  if (!rights.may(permission, candidate)) {
    throw new MissingPermissionError(
      permission.name,
      `${what} for ${decision.ownerRef}`,
    );
  }
  return decision.ownerRef;
}
