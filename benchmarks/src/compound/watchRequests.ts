import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';

/** States of requests that are not children, by SQL, until all are in one of the states. */
export async function watchRequests(
  file: string,
  options: {
    readonly uids: readonly string[];
    readonly until: readonly string[];
    readonly timeoutMs: number;
    readonly everyMs: number;
  },
): Promise<{
  /** when each was first seen in one of the states, as performance.now() */
  readonly seenAt: ReadonlyMap<string, number>;
  /** what the others were at the end */
  readonly others: ReadonlyMap<string, string>;
}> {
  const database = new DatabaseSync(file, { readOnly: true, timeout: 10_000 });
  const states = database.prepare(
    'SELECT uid, state, state_message FROM requests WHERE parent_uid IS NULL',
  );
  const seenAt = new Map<string, number>();
  const deadline = performance.now() + options.timeoutMs;
  try {
    for (;;) {
      const others = new Map<string, string>();
      for (const row of states.all()) {
        const uid = String(row.uid);
        if (!options.uids.includes(uid) || seenAt.has(uid)) continue;
        if (options.until.includes(String(row.state))) {
          seenAt.set(uid, performance.now());
        } else {
          others.set(uid, `${row.state}: ${row.state_message}`);
        }
      }
      if (seenAt.size === options.uids.length || performance.now() > deadline) {
        return { seenAt, others };
      }
      await sleep(options.everyMs);
    }
  } finally {
    database.close();
  }
}
