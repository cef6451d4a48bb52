import { ConflictError } from '@backstage/errors';
import type { Knex } from 'knex';
import { isPostgres } from '../database/isPostgres';
import type { RequestRow } from '../database/rows/rows';

/**
 * Throws a ConflictError where a namespace has as many requests as it may have, children included. Orders for one
 * namespace are judged one after another, so that no two take the last place.
 */
export async function checkNamespaceRoom(
  transaction: Knex.Transaction,
  options: {
    readonly platform: string;
    readonly namespace: string;
    readonly limit: number;
  },
): Promise<void> {
  const { platform, namespace, limit } = options;
  if (isPostgres(transaction)) {
    await transaction.raw('SELECT pg_advisory_xact_lock(hashtext(?))', [
      `promissory/namespace/${platform}/${namespace}`,
    ]);
  }
  const [{ count }]: Array<{ count: number | string }> =
    await transaction<RequestRow>('requests')
      .where({ platform, namespace })
      .whereNull('deleted_at')
      .count({ count: '*' });
  if (Number(count) >= limit) {
    throw new ConflictError(
      `Namespace ${namespace} has ${count} requests, and ${limit} is the limit (promises.limits.requestsPerNamespace): delete one that is no longer needed, or order in another namespace`,
    );
  }
}
