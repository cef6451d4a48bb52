import type { Knex } from 'knex';

/** Before any lease of now. */
const LONG_AGO = new Date(0).toISOString();

/**
 * Has every lease lapse, so that what a dead process was at is taken up at once. Only for one that knows that nobody else
 * works on the database.
 */
export async function lapseLeases(knex: Knex): Promise<void> {
  await knex('work_queue')
    .whereNotNull('lease_owner')
    .update({ lease_until: LONG_AGO });
}
