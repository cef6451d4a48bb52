import type { Knex } from 'knex';
import { appendEvents } from './appendEvents';
import type { NewEvent } from './types';

/** Appends one event, as {@link appendEvents} does, and returns its position. */
export async function appendEvent(
  transaction: Knex.Transaction,
  event: NewEvent,
): Promise<string> {
  const [position] = await appendEvents(transaction, [event]);
  return position;
}
