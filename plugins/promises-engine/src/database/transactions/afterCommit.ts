import type { Knex } from 'knex';

/** Calls back when the transaction is committed, and never when it is rolled back; at once outside a transaction. */
export function afterCommit(knex: Knex, callback: () => void): void {
  if (!knex.isTransaction) {
    callback();
    return;
  }
  const transaction = knex as Knex.Transaction;
  transaction.executionPromise.then(callback, () => {});
}
