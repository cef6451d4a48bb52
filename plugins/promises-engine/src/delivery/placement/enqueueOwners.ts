import type { Knex } from 'knex';
import type { PlacementRow } from '../../database/rows/rows';
import { enqueueWork } from '../../queue';

/** Has the requests and Promises looked at whose placements have changed, each once, always in the same order. */
export async function enqueueOwners(
  transaction: Knex.Transaction,
  placements: ReadonlyArray<Pick<PlacementRow, 'request_uid' | 'promise_id'>>,
): Promise<void> {
  const requests = new Set<string>();
  const promises = new Set<string>();
  for (const { request_uid: uid, promise_id: id } of placements) {
    if (uid) {
      requests.add(uid);
    } else {
      promises.add(id);
    }
  }
  for (const key of [...promises].sort()) {
    await enqueueWork(transaction, { kind: 'promise', key });
  }
  for (const key of [...requests].sort()) {
    await enqueueWork(transaction, { kind: 'request', key });
  }
}
