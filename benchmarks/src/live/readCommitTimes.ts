import { Client } from 'pg';

/**
 * When the transaction of each event after `position` was committed, as the server recorded it: milliseconds since the
 * epoch with fractions. Needs track_commit_timestamp.
 */
export async function readCommitTimes(
  connectionString: string,
  position: bigint,
): Promise<ReadonlyMap<string, number>> {
  const client = new Client({ connectionString });
  await client.connect();
  try {
    const { rows } = await client.query(
      `SELECT position::text AS position, extract(epoch FROM pg_xact_commit_timestamp(xmin)) * 1000 AS at
         FROM events WHERE position > $1 ORDER BY position`,
      [position.toString()],
    );
    return new Map(rows.map(row => [row.position as string, Number(row.at)]));
  } finally {
    await client.end();
  }
}

/** The highest position of the log. */
export async function readLastPosition(
  connectionString: string,
): Promise<bigint> {
  const client = new Client({ connectionString });
  await client.connect();
  try {
    const { rows } = await client.query(
      'SELECT coalesce(max(position), 0)::text AS position FROM events',
    );
    return BigInt(rows[0].position);
  } finally {
    await client.end();
  }
}
