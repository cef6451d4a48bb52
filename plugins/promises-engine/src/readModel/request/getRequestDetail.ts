import type { ResourceRequestDetail } from '@promissory/plugin-promises-common';
import type { Knex } from 'knex';
import { getRequest } from './getRequest';
import { listGenerations } from './listGenerations';
import { listPlacements } from './listPlacements';
import { listRuns } from './listRuns';

/** A request in detail, without its relatives. */
export type RequestDetailPart = Omit<
  ResourceRequestDetail,
  'ancestors' | 'children'
>;

/** One request with its runs, placements and history; undefined where there is none. */
export async function getRequestDetail(
  knex: Knex,
  options: { readonly uid: string },
): Promise<RequestDetailPart | undefined> {
  const request = await getRequest(knex, options);
  if (!request) {
    return undefined;
  }
  const requestUid = request.uid;
  const [runs, placements, history] = await Promise.all([
    listRuns(knex, { requestUid }),
    listPlacements(knex, { requestUid }),
    listGenerations(knex, { requestUid }),
  ]);
  return {
    ...request,
    runs,
    placements,
    history,
  };
}
