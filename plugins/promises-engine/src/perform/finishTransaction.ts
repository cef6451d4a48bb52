import type { Knex } from 'knex';
import { appendEvents } from '../events';
import { enqueueWork } from '../queue';
import type { Changes } from './types';

/** The end of every transaction, in the order that keeps it free of deadlocks: queue entries, then events. */
export async function finishTransaction(
  transaction: Knex.Transaction,
  { enqueue = [], events = [] }: Changes,
): Promise<void> {
  for (const work of enqueue) await enqueueWork(transaction, work);
  await appendEvents(transaction, events);
}
