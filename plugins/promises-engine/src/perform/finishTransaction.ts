import type { Knex } from 'knex';
import { appendEvents } from '../events';
import { enqueueWork, type EnqueueWorkOptions } from '../queue';
import type { Changes } from './types';

/**
 * The end of every transaction, in the order that keeps it free of deadlocks: queue entries by kind and key, then events.
 */
export async function finishTransaction(
  transaction: Knex.Transaction,
  { enqueue = [], events = [] }: Changes,
): Promise<void> {
  const ordered = [...enqueue].sort((a, b) => compare(keyOf(a), keyOf(b)));
  for (const work of ordered) await enqueueWork(transaction, work);
  await appendEvents(transaction, events);
}

function keyOf({ kind, key }: EnqueueWorkOptions): string {
  return `${kind}/${key}`;
}

function compare(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
