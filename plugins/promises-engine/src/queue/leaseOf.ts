import type { Knex } from 'knex';
import type { ClaimedWork } from './types';

/** The row of a claim, if it is still that of this owner and epoch. */
export function leaseOf(
  knex: Knex,
  options: { readonly work: ClaimedWork; readonly owner: string },
): Knex.QueryBuilder {
  const { work, owner } = options;
  return knex('work_queue').where({
    kind: work.kind,
    key: work.key,
    epoch: work.epoch,
    lease_owner: owner,
  });
}
