import { setTimeout as sleep } from 'node:timers/promises';
import type { SqlDatabase } from '../database/SqlDatabase.ts';

const EVERY_MS = 50;

/**
 * Looks into the database until all ids are in the result of a query of ids. `seenAt` says when each was first seen
 * there, as performance.now(); missing are those that were not in the time.
 */
export async function watchStates(
  database: SqlDatabase,
  options: {
    readonly ids: readonly string[];
    /** Selects `id` of what has come so far. */
    readonly query: string;
    readonly timeoutMs: number;
  },
): Promise<ReadonlyMap<string, number>> {
  const wanted = new Set(options.ids);
  const seenAt = new Map<string, number>();
  const deadline = performance.now() + options.timeoutMs;
  for (;;) {
    const rows = await database.all(options.query);
    const now = performance.now();
    for (const { id } of rows) {
      if (wanted.delete(String(id))) seenAt.set(String(id), now);
    }
    if (wanted.size === 0 || now > deadline) return seenAt;
    await sleep(EVERY_MS);
  }
}
