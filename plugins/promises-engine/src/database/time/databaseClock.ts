import type { Knex } from 'knex';
import { isPostgres } from '../isPostgres';

/** SQL expressions for a time, in the shape in which times are stored. */
export interface DatabaseClock {
  /** ISO 8601 text, so many milliseconds from now. */
  at(plusMs?: number): Knex.Raw;
  /** Milliseconds since 1970. */
  milliseconds(): Knex.Raw;
}

/**
 * The clock of the database, which all replicas share: leases and due times must not depend on whose clock is ahead.
 * With `now` it stands still there.
 */
export function databaseClock(knex: Knex, now?: Date): DatabaseClock {
  if (now) {
    return {
      at: (plusMs = 0) =>
        knex.raw('?', [new Date(now.getTime() + plusMs).toISOString()]),
      milliseconds: () =>
        knex.raw('CAST(? AS BIGINT)', [String(now.getTime())]),
    };
  }
  if (isPostgres(knex)) {
    return {
      at: (plusMs = 0) =>
        knex.raw(
          `to_char((clock_timestamp() + CAST(? AS double precision) * interval '1 millisecond') AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`,
          [plusMs],
        ),
      milliseconds: () =>
        knex.raw(
          'CAST(floor(extract(epoch FROM clock_timestamp()) * 1000) AS BIGINT)',
        ),
    };
  }
  return {
    at: (plusMs = 0) =>
      knex.raw(`strftime('%Y-%m-%dT%H:%M:%fZ', 'now', ?)`, [
        `${(plusMs / 1000).toFixed(3)} seconds`,
      ]),
    milliseconds: () =>
      knex.raw(`CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER)`),
  };
}
