import { ConflictError } from '@backstage/errors';
import type { Knex } from 'knex';
import { isPostgres } from '../database/isPostgres';
import { leaseOf } from './leaseOf';
import type { ClaimedWork } from './types';

/**
 * The fence: throws a ConflictError when another has taken the work over; otherwise nobody can until this transaction
 * ends. The lock hinders neither renewing nor enqueueing.
 */
export async function assertLease(
  transaction: Knex.Transaction,
  options: { readonly work: ClaimedWork; readonly owner: string },
): Promise<void> {
  const query = leaseOf(transaction, options).select('key');
  if (isPostgres(transaction)) {
    query.forKeyShare();
  }
  const rows: unknown[] = await query;
  if (rows.length === 0) {
    const { kind, key, epoch } = options.work;
    throw new ConflictError(
      `Work ${kind} ${key} was taken over: its lease with epoch ${epoch} is no longer held, so nothing is written`,
    );
  }
}
