import type { ResourceRequestDetail } from '@promissory/plugin-promises-common';
import type { Knex } from 'knex';
import { getRequest } from './getRequest';
import { listGenerations } from './listGenerations';
import { listPlacements } from './listPlacements';
import { listRuns } from './listRuns';
import { selectRequests } from './selectRequests';
import { toRequest } from './toRequest';

/** One request with its runs, placements, children and history; undefined where there is none. */
export async function getRequestDetail(
  knex: Knex,
  options: { readonly uid: string },
): Promise<ResourceRequestDetail | undefined> {
  const request = await getRequest(knex, options);
  if (!request) {
    return undefined;
  }
  const requestUid = request.uid;
  const [runs, placements, history, children] = await Promise.all([
    listRuns(knex, { requestUid }),
    listPlacements(knex, { requestUid }),
    listGenerations(knex, { requestUid }),
    selectRequests(knex)
      .where('requests.parent_uid', requestUid)
      .orderBy('requests.created_at'),
  ]);
  return {
    ...request,
    runs,
    placements,
    history,
    children: children.map(toRequest),
  };
}
