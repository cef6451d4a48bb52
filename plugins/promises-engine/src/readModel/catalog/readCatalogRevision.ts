import type { Knex } from 'knex';
import type { DestinationRow, EventRow } from '../../database/rows/rows';
import type { EventType } from '../../events';

/** After these, what the catalog is to show may be another. */
const ALWAYS: readonly EventType[] = [
  'DestinationChanged',
  'PromiseChanged',
  'RequestCreated',
  'RequestChanged',
  'RequestDeleted',
];

/** These matter only at a Destination of the catalog. */
const AT_DESTINATIONS: readonly EventType[] = [
  'PlacementWritten',
  'PlacementRemoved',
];

/** Types of events after which {@link readCatalogRevision} may answer something else. @public */
export const catalogEventTypes: readonly EventType[] = [
  ...ALWAYS,
  ...AT_DESTINATIONS,
];

/**
 * Stays the same while what the catalog is to show does. It is read before the rest: what happens in between is seen by
 * the next look. @public
 */
export async function readCatalogRevision(
  knex: Knex,
  options: { readonly platform: string },
): Promise<string> {
  const destinations = knex<DestinationRow>('destinations')
    .where({ platform: options.platform, catalog: true })
    .select('name');
  const newest = await knex<EventRow>('events')
    .whereIn('type', [...ALWAYS])
    .orWhere(at =>
      at
        .whereIn('type', [...AT_DESTINATIONS])
        .whereIn('destination', destinations),
    )
    .orderBy('position', 'desc')
    .first('position');
  return String(newest?.position ?? 0);
}
