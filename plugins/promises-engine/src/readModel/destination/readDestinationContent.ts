import type { Knex } from 'knex';
import type { PlacementRow } from '../../database/rows/rows';

/** What is placed on a Destination. */
export interface DestinationContent {
  readonly placements: number;
  readonly failed: number;
  readonly lastCommit?: string;
  readonly lastWrittenAt?: string;
}

/** What is placed on the Destinations of a platform, by their names. */
export async function readDestinationContent(
  knex: Knex,
  options: { readonly platform: string },
): Promise<Map<string, DestinationContent>> {
  const placed = knex<PlacementRow>('placements')
    .where({ platform: options.platform })
    .whereNot('state', 'Removed');
  const counts: Array<{
    destination: string;
    placements: number | string;
    failed: number | string;
    written_at: string | null;
  }> = await placed
    .clone()
    .groupBy('destination')
    .select('destination')
    .count({ placements: '*' })
    .sum({ failed: knex.raw(`CASE WHEN state = 'Failed' THEN 1 ELSE 0 END`) })
    .max({ written_at: 'written_at' });
  const newest: Array<Pick<PlacementRow, 'destination' | 'version_id'>> =
    await placed
      .clone()
      .whereIn(
        ['destination', 'written_at'],
        placed
          .clone()
          .whereNotNull('written_at')
          .groupBy('destination')
          .select('destination')
          .max('written_at'),
      )
      .select('destination', 'version_id');
  const commits = new Map(
    newest.map(row => [row.destination, row.version_id] as const),
  );
  return new Map(
    counts.map(row => {
      const lastCommit = commits.get(row.destination);
      return [
        row.destination,
        {
          placements: Number(row.placements),
          failed: Number(row.failed),
          ...(lastCommit ? { lastCommit } : {}),
          ...(row.written_at ? { lastWrittenAt: row.written_at } : {}),
        },
      ];
    }),
  );
}
