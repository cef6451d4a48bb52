import type { ResourceRequest } from '@promissory/plugin-promises-common';
import type { Knex } from 'knex';
import { selectRequests } from './selectRequests';
import { toRequest } from './toRequest';

/** The request that has this name now; undefined where none has, deleted ones aside. */
export async function findRequest(
  knex: Knex,
  options: {
    readonly platform: string;
    readonly promiseName: string;
    readonly namespace: string;
    readonly name: string;
  },
): Promise<ResourceRequest | undefined> {
  const [view] = await selectRequests(knex)
    .where('requests.platform', options.platform)
    .where('requests.promise_name', options.promiseName)
    .where('requests.namespace', options.namespace)
    .where('requests.name', options.name)
    .whereNull('requests.deleted_at');
  return view && toRequest(view);
}
