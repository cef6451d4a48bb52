import { setTimeout as sleep } from 'node:timers/promises';
import type { SqlDatabase } from '../database/SqlDatabase.ts';

const EVERY_MS = 50;

/**
 * Looks into the database until all ids are in the result of a query of ids. Answers when each was first seen there, as
 * performance.now(); missing are those that were not in the time. Ids may become known while it looks: the time begins
 * when they are.
 */
export async function watchStates(
  database: SqlDatabase,
  options: {
    readonly ids: readonly string[] | Promise<readonly string[]>;
    /** Selects `id` of what has come so far. */
    readonly query: string;
    readonly timeoutMs: number;
  },
): Promise<ReadonlyMap<string, number>> {
  const seenAt = new Map<string, number>();
  let wanted: readonly string[] | undefined;
  let deadline = Infinity;
  let failure: { readonly error: unknown } | undefined;
  void Promise.resolve(options.ids).then(
    ids => {
      wanted = ids;
      deadline = performance.now() + options.timeoutMs;
    },
    error => {
      failure = { error };
    },
  );
  for (;;) {
    const rows = await database.all(options.query);
    const now = performance.now();
    for (const { id } of rows) {
      if (!seenAt.has(String(id))) seenAt.set(String(id), now);
    }
    if (failure) throw failure.error;
    if (wanted?.every(id => seenAt.has(id)) || now > deadline) break;
    await sleep(EVERY_MS);
  }
  const ids = new Set(wanted);
  return new Map([...seenAt].filter(([id]) => ids.has(id)));
}
