import type { Knex } from 'knex';
import { groupsColumn } from '../../database/json';
import type { WorkloadRow, WorkRow } from '../../database/rows/rows';

/** Bytes of one file of a request, with its path; undefined where the request has no file with this hash. */
export async function getWorkload(
  knex: Knex,
  options: { readonly requestUid: string; readonly sha256: string },
): Promise<{ readonly path: string; readonly content: Buffer } | undefined> {
  const { requestUid, sha256 } = options;
  const works = await knex<WorkRow>('works')
    .where({ request_uid: requestUid })
    .select('groups');
  const file = works
    .flatMap(({ groups }) => groupsColumn.parse(groups))
    .flatMap(({ workloads }) => workloads)
    .find(workload => workload.sha256 === sha256);
  const row =
    file &&
    (await knex<WorkloadRow>('workloads').where({ sha256 }).first('content'));
  return file && row && { path: file.filepath, content: row.content };
}
