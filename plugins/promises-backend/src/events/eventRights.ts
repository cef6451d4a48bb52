import {
  destinationReadPermission,
  promiseReadPermission,
  requestReadPermission,
} from '@promissory/plugin-promises-common';
import type { StoredEvent } from '@promissory/plugin-promises-engine';
import type { Knex } from 'knex';
import type { CallerRights } from '../permissions/CallerRights';
import { whereReadable } from '../permissions/whereReadable';

/** The permissions that decide who may read which event. */
export const eventPermissions = [
  requestReadPermission,
  promiseReadPermission,
  destinationReadPermission,
];

/** An event of a request is for who may read the request, of a Promise likewise; what is left is about Destinations. */
export function mayReadEvent(
  rights: CallerRights,
  event: StoredEvent,
): boolean {
  if (event.requestUid !== undefined) {
    return rights.may(requestReadPermission, {
      promiseName: event.promiseName ?? '',
      namespace: event.namespace ?? '',
      ownerRef: event.ownerRef ?? '',
      requestedBy: event.requestedBy ?? '',
    });
  }
  if (event.promiseName !== undefined) {
    return rights.mayReadPromise({
      name: event.promiseName,
      ownerRef: event.ownerRef,
    });
  }
  return rights.mayGenerally(destinationReadPermission);
}

/** The same as {@link mayReadEvent}, as conditions over the columns of `events`. */
export function whereEventReadable(
  query: Knex.QueryBuilder,
  rights: CallerRights,
): void {
  query.where(any => {
    any.orWhere(request => {
      request.whereNotNull('request_uid');
      whereReadable(
        request,
        rights.readable(requestReadPermission),
        column => column,
      );
    });
    any.orWhere(promise => {
      promise.whereNull('request_uid').whereNotNull('promise_name');
      whereReadable(promise, rights.readablePromises(), column =>
        column === 'name' ? 'promise_name' : column,
      );
    });
    if (rights.mayGenerally(destinationReadPermission)) {
      any.orWhere(rest =>
        rest.whereNull('request_uid').whereNull('promise_name'),
      );
    }
  });
}
