import type { Knex } from 'knex';
import type {
  NameHolder,
  RequestIdentity,
  WantedDocument,
} from '../../../children/types';
import type { RequestRow } from '../../rows/rows';

type Row = Pick<
  RequestRow,
  | 'uid'
  | 'promise_name'
  | 'namespace'
  | 'name'
  | 'requested_by'
  | 'delete_requested_at'
> & {
  parent_promise_name: string | null;
  parent_namespace: string | null;
  parent_name: string | null;
};

/** Live requests that have the names of wanted children. */
export async function readNameHolders(
  knex: Knex,
  options: {
    readonly platform: string;
    readonly names: readonly WantedDocument[];
  },
): Promise<Array<NameHolder & RequestIdentity>> {
  const { platform, names } = options;
  if (names.length === 0) return [];
  const rows: Row[] = await knex('requests')
    .leftJoin('requests as parents', 'parents.uid', 'requests.parent_uid')
    .where('requests.platform', platform)
    .whereIn('requests.promise_name', [
      ...new Set(names.map(({ promise }) => promise.name)),
    ])
    .whereIn('requests.name', [...new Set(names.map(({ name }) => name))])
    .whereNull('requests.deleted_at')
    .select(
      'requests.uid',
      'requests.promise_name',
      'requests.namespace',
      'requests.name',
      'requests.requested_by',
      'requests.delete_requested_at',
      {
        parent_promise_name: 'parents.promise_name',
        parent_namespace: 'parents.namespace',
        parent_name: 'parents.name',
      },
    );
  return rows.map(row => ({
    uid: row.uid,
    promiseName: row.promise_name,
    namespace: row.namespace,
    name: row.name,
    requestedBy: row.requested_by,
    deleting: row.delete_requested_at !== null,
    ...(row.parent_promise_name
      ? {
          parent: {
            promiseName: row.parent_promise_name,
            namespace: row.parent_namespace ?? '',
            name: row.parent_name ?? '',
          },
        }
      : {}),
  }));
}
