import type { Knex } from 'knex';
import { enqueueWork } from '../../../queue';
import { requiredPromisesColumn } from '../../json';
import type { PromiseRow } from '../../rows/rows';

/** Asks for the Promises that require this one to be looked at. */
export async function enqueueDependents(
  transaction: Knex.Transaction,
  options: { readonly platform: string; readonly name: string },
): Promise<void> {
  const rows = await transaction<PromiseRow>('promises')
    .where({ platform: options.platform })
    .whereNot('required_promises', '[]')
    .orderBy('id')
    .select('id', 'required_promises');
  for (const row of rows) {
    const required = requiredPromisesColumn.parse(row.required_promises);
    if (required.some(({ name }) => name === options.name)) {
      await enqueueWork(transaction, { kind: 'promise', key: row.id });
    }
  }
}
