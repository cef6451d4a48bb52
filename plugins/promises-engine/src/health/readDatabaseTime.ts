import type { Knex } from 'knex';
import { databaseClock } from '../database/time/databaseClock';

/** The clock of the database, in milliseconds since 1970. @public */
export async function readDatabaseTime(knex: Knex): Promise<number> {
  const [{ at }]: Array<{ at: number | string }> = await knex.select({
    at: databaseClock(knex).milliseconds(),
  });
  return Number(at);
}
