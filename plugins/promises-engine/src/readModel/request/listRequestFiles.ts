import type { RequestFile } from '@promissory/plugin-promises-common';
import type { Knex } from 'knex';
import { posix } from 'node:path';
import { desiredColumn, groupsColumn } from '../../database/json';
import type {
  PlacementRow,
  WorkloadRow,
  WorkRow,
} from '../../database/rows/rows';
import { withoutAbsent } from '../withoutAbsent';

/** Files that the pipelines of a request wrote, by pipeline and path, each with where it is or is to be. */
export async function listRequestFiles(
  knex: Knex,
  options: { readonly requestUid: string },
): Promise<RequestFile[]> {
  const of = { request_uid: options.requestUid };
  const works = await knex<WorkRow>('works').where(of).orderBy('pipeline');
  const placements = await knex<PlacementRow>('placements')
    .where(of)
    .orderBy(['destination', 'id']);
  const files = works.flatMap(work => filesOf(work, placements));
  const sizes = await readSizes(
    knex,
    files.map(({ sha256 }) => sha256),
  );
  return files
    .map(file => ({ ...file, bytes: sizes.get(file.sha256) ?? 0 }))
    .sort((a, b) => compare(a.pipeline, b.pipeline) || compare(a.path, b.path));
}

function filesOf(
  work: WorkRow,
  placements: readonly PlacementRow[],
): Array<Omit<RequestFile, 'bytes'>> {
  return groupsColumn.parse(work.groups).flatMap(group => {
    const places = placements.filter(
      ({ work_id: workId, group_id: groupId }) =>
        workId === work.id && groupId === group.id,
    );
    return group.workloads.map(({ filepath, sha256 }) => ({
      path: filepath,
      sha256,
      pipeline: work.pipeline,
      placements: places
        .filter(({ desired }) =>
          desiredColumn.parse(desired).some(file => file.filepath === filepath),
        )
        .map(place =>
          withoutAbsent({
            destination: place.destination,
            path: posix.join(place.path, filepath),
            state: place.state,
            commit: place.version_id ?? undefined,
          }),
        ),
    }));
  });
}

async function readSizes(
  knex: Knex,
  hashes: readonly string[],
): Promise<Map<string, number>> {
  const rows = await knex<WorkloadRow>('workloads')
    .whereIn('sha256', [...new Set(hashes)])
    .select('sha256', 'bytes');
  return new Map(rows.map(({ sha256, bytes }) => [sha256, bytes]));
}

function compare(left: string, right: string): number {
  if (left === right) {
    return 0;
  }
  return left < right ? -1 : 1;
}
