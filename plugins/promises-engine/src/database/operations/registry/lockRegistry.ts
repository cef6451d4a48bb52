import type { Knex } from 'knex';
import { isPostgres } from '../../isPostgres';

const REGISTRY_LOCK = 7_262_002;

/** One change of the registry at a time over all replicas, until the transaction ends: who is first must be decided. */
export async function lockRegistry(
  transaction: Knex.Transaction,
): Promise<void> {
  if (isPostgres(transaction)) {
    await transaction.raw('SELECT pg_advisory_xact_lock(?)', [REGISTRY_LOCK]);
  }
}
