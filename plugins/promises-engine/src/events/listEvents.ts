import type { Knex } from 'knex';
import type { EventRow } from '../database/rows/rows';
import { isCursorLost } from './isCursorLost';
import { readEventRow } from './readEventRow';
import type { EventType, StoredEvent } from './types';

/** Which events to list. */
export interface EventFilter {
  readonly requestUid?: string;
  readonly promiseName?: string;
  readonly types?: readonly EventType[];
  readonly exceptTypes?: readonly EventType[];
}

/** What to list, and from where. */
export interface ListEventsOptions {
  /** Position of the last event already held; from the beginning without it. */
  readonly after?: string;
  /** At most so many; 200 unless given. */
  readonly limit?: number;
  readonly filter?: EventFilter;
  /** Adds conditions over the columns of `events`: what the caller may read. */
  readonly authorize?: (query: Knex.QueryBuilder) => void;
}

/** A page of the log. */
export interface EventPage {
  readonly items: readonly StoredEvent[];
  /** Position to pass as `after` next. */
  readonly next: string;
  /** The cursor is older than what is kept, or of another log: read the state anew and go on from `next`. */
  readonly reset: boolean;
}

/** Events after a position, in order. After a reset it lists none and `next` is the end of the log. */
export async function listEvents(
  knex: Knex,
  options: ListEventsOptions,
): Promise<EventPage> {
  const { after, limit = 200, filter = {}, authorize } = options;
  const bounds = await knex('events')
    .min({ oldest: 'position' })
    .max({ newest: 'position' })
    .first<{ oldest: unknown; newest: unknown }>();
  const oldest = toPosition(bounds?.oldest);
  const newest = toPosition(bounds?.newest);
  if (after !== undefined && isCursorLost({ after, oldest, newest })) {
    return { items: [], next: String(newest ?? 0), reset: true };
  }

  const query = knex('events').orderBy('position').limit(limit);
  if (after !== undefined) {
    query.where('position', '>', after);
  }
  if (filter.requestUid !== undefined) {
    query.where('request_uid', filter.requestUid);
  }
  if (filter.promiseName !== undefined) {
    query.where('promise_name', filter.promiseName);
  }
  if (filter.types) {
    query.whereIn('type', [...filter.types]);
  }
  if (filter.exceptTypes) {
    query.whereNotIn('type', [...filter.exceptTypes]);
  }
  if (authorize) {
    query.where(conditions => authorize(conditions));
  }
  const rows: EventRow[] = await query;
  const items = rows.map(readEventRow);
  const last = items.at(-1)?.position;
  // With room left nothing up to the newest was passed over, so the next look need not read it again.
  const next =
    items.length === limit && last !== undefined
      ? last
      : String(newest ?? after ?? 0);
  return { items, next: later(next, last), reset: false };
}

function toPosition(value: unknown): bigint | undefined {
  return value === null || value === undefined
    ? undefined
    : BigInt(value as string | number);
}

/** The rows were read after the bounds: the last of them may be newer. */
function later(next: string, last: string | undefined): string {
  return last !== undefined && BigInt(last) > BigInt(next) ? last : next;
}
