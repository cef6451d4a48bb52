import type { Knex } from 'knex';
import type { PlacementRow } from '../../database/rows/rows';
import { enqueueWork } from '../../queue';

/** Before everything that waits: what is begun is finished before something new is begun. */
const FIRST = new Date(0);

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
    await enqueueWork(transaction, { kind: 'promise', key, runAt: FIRST });
  }
  for (const key of [...requests].sort()) {
    await enqueueWork(transaction, { kind: 'request', key, runAt: FIRST });
  }
}
