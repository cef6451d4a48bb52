import type { ResourceRequest } from '@promissory/plugin-promises-common';
import type { Knex } from 'knex';
import { selectRequests } from './selectRequests';
import { toRequest } from './toRequest';

/** One request, deleted ones too while their tombstone is kept; undefined where there is none. */
export async function getRequest(
  knex: Knex,
  options: { readonly uid: string },
): Promise<ResourceRequest | undefined> {
  const [view] = await selectRequests(knex).where('requests.uid', options.uid);
  return view && toRequest(view);
}
