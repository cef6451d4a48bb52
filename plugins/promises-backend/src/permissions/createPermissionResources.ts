import { getPromise, getRequest } from '@promissory/plugin-promises-engine';
import type { Knex } from 'knex';
import { requestResource } from '../routes/requests/requestResource';
import type { PermissionResources } from './registerPermissions';

/** Finds what conditions are about in the engine's database. */
export function createPermissionResources(
  knex: Knex,
  platform: string,
): PermissionResources {
  return {
    promisesByName: names =>
      Promise.all(
        names.map(async name => {
          const found = await getPromise(knex, { platform, name });
          return (
            found && {
              name: found.row.name,
              ownerRef: found.row.owner_ref ?? undefined,
            }
          );
        }),
      ),
    requestsByUid: uids =>
      Promise.all(
        uids.map(async uid => {
          const found = await getRequest(knex, { uid });
          return found && requestResource(found);
        }),
      ),
  };
}
