import type { Knex } from 'knex';
import { isPostgres } from '../../isPostgres';
import type { RequestRow } from '../../rows/rows';

/** Reads a request and keeps others from changing it until the transaction ends. */
export async function lockRequest(
  transaction: Knex.Transaction,
  uid: string,
): Promise<RequestRow | undefined> {
  const query = transaction<RequestRow>('requests').where({ uid }).first();
  return isPostgres(transaction) ? query.forUpdate() : query;
}
