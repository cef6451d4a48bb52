import type { Knex } from 'knex';
import type { RequestRow } from '../../database/rows/rows';
import type { SpanDescription } from '../../observe/inSpan';
import { parseTraceparent } from '../../observe/traceContext';
import type { DuePlacement } from '../placement/types';

/**
 * The traces of those who asked for what is written. A commit for one of them is in that trace; one for many points at
 * each.
 */
export async function readCauses(
  knex: Knex,
  placements: readonly DuePlacement[],
): Promise<Pick<SpanDescription, 'parent' | 'links'>> {
  const uids = new Set(placements.flatMap(({ row }) => row.request_uid ?? []));
  if (uids.size === 0) return {};
  const traces = await knex<RequestRow>('requests')
    .whereIn('uid', [...uids])
    .whereNotNull('trace')
    .distinct()
    .pluck('trace');
  const causes = traces.flatMap(
    each => parseTraceparent(each ?? undefined) ?? [],
  );
  return causes.length === 1 && uids.size === 1
    ? { parent: causes[0] }
    : { links: causes };
}
