import type {
  ResourceRequest,
  ResourceRequestList,
} from '@promissory/plugin-promises-common';
import type { Knex } from 'knex';
import { formatCursor, parseCursor } from '../cursor';
import { countRequests } from './countRequests';
import {
  type AuthorizeRequests,
  filterRequests,
  type RequestFilter,
} from './filterRequests';
import { selectRequests } from './selectRequests';
import { toRequest } from './toRequest';

/** Which page to list. */
export interface ListRequestsOptions {
  readonly filter?: RequestFilter;
  readonly authorize?: AuthorizeRequests;
  /** 50 unless given. */
  readonly limit?: number;
  /** `nextCursor` of the page before. */
  readonly cursor?: string;
}

/** One page of requests, newest first, with the total and the facets of the whole result, all counted by the database. */
export async function listRequests(
  knex: Knex,
  options: ListRequestsOptions,
): Promise<ResourceRequestList> {
  const { filter = {}, authorize, limit = 50 } = options;
  const counts = await countRequests(knex, { filter, authorize });
  const keys: Array<{ uid: string }> = await pageKeys(knex, options).limit(
    limit + 1,
  );
  const uids: string[] = keys.slice(0, limit).map(({ uid }) => uid);
  const items = await readInOrder(knex, uids);
  const last = items.at(-1);
  return {
    ...counts,
    items,
    ...(keys.length > limit && last
      ? { nextCursor: formatCursor(last.createdAt, last.uid) }
      : {}),
  };
}

function pageKeys(
  knex: Knex,
  { filter = {}, authorize, cursor }: ListRequestsOptions,
): Knex.QueryBuilder {
  const query = filterRequests(knex, { filter, authorize })
    .select('uid')
    .orderBy([
      { column: 'created_at', order: 'desc' },
      { column: 'uid', order: 'desc' },
    ]);
  if (cursor !== undefined) {
    const { key, id } = parseCursor(cursor);
    query.whereRaw('(created_at, uid) < (?, ?)', [key, id]);
  }
  return query;
}

async function readInOrder(
  knex: Knex,
  uids: readonly string[],
): Promise<ResourceRequest[]> {
  const views = await selectRequests(knex).whereIn('requests.uid', [...uids]);
  const byUid = new Map(views.map(view => [view.uid, view]));
  return uids.flatMap(uid => {
    const view = byUid.get(uid);
    return view ? [toRequest(view)] : [];
  });
}
