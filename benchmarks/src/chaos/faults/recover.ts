import { readInFlight } from '../database/readInFlight.ts';
import { waitForProgress } from '../database/waitForProgress.ts';
import type { Death, Replica } from '../replicas/Replica.ts';
import type { Scene } from './Scene.ts';

const PROGRESS_MS = 60_000;
const STARTS = 3;

/** After a kill: counts it, starts the process again, and waits until what it was at goes on. */
export async function recover(
  scene: Scene,
  replica: Replica,
  death: Death,
): Promise<void> {
  const { database, tally } = scene;
  const inFlight = await readInFlight(database, death.owner ?? '');
  tally.kills += 1;
  if (inFlight.runs.length > 0) tally.killsWithRun += 1;
  const [resumedMs] = await Promise.all([
    waitForProgress(database, inFlight, {
      killedAt: death.at,
      timeoutMs: PROGRESS_MS,
    }),
    revive(replica),
  ]);
  if (resumedMs !== undefined) tally.resumedMs.push(resumedMs);
}

/** Starts again what has ended without having been killed, which it must not. */
export async function reviveFallen({ replicas, tally }: Scene): Promise<void> {
  for (const replica of replicas.filter(({ alive }) => !alive)) {
    tally.problems.push('a backend ended by itself');
    await revive(replica);
  }
}

/** Starts a process that has ended. */
export async function revive(replica: Replica): Promise<void> {
  for (let left = STARTS; !replica.alive; left -= 1) {
    try {
      await replica.start();
    } catch (error) {
      if (left <= 1) throw error;
    }
  }
}
