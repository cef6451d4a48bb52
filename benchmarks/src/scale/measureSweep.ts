import type { SqlDatabase } from '../database/SqlDatabase.ts';
import { commitFile } from '../golden-path/faults.ts';
import { waitUntil } from '../portal/waitUntil.ts';
import { listFiles } from './listFiles.ts';

/**
 * Takes one file out of the repository behind the engine's back, asks for a sweep of everything, and waits until the
 * file is back and every store was compared: seconds.
 */
export async function measureSweep(options: {
  readonly database: SqlDatabase;
  readonly repository: string;
  readonly timeoutMs: number;
}): Promise<number> {
  const { database, repository, timeoutMs } = options;
  const victim = (await listFiles(repository)).find(({ path }) =>
    path.includes('/resting-'),
  );
  if (!victim) throw new Error('there is no file to take out');
  await commitFile(repository, victim.path, undefined);
  const start = performance.now();
  await database.execute('UPDATE state_stores SET checked_at = NULL');
  await database.execute(
    `UPDATE work_queue SET run_at = '2000-01-01T00:00:00.000Z' WHERE kind IN ('sweep', 'deliver') AND lease_owner IS NULL`,
  );
  await waitUntil(
    'every store to be compared and the missing file to be back',
    async () => {
      const [{ left }] = await database.all(
        'SELECT count(*) AS left FROM state_stores WHERE checked_at IS NULL',
      );
      const [{ unwritten }] = await database.all(
        `SELECT count(*) AS unwritten FROM placements WHERE state <> 'Written'`,
      );
      return Number(left) === 0 && Number(unwritten) === 0 ? true : undefined;
    },
    { timeoutMs, everyMs: 200 },
  );
  const seconds = (performance.now() - start) / 1_000;
  const after = await listFiles(repository);
  if (
    !after.some(
      ({ path, blob }) => path === victim.path && blob === victim.blob,
    )
  ) {
    throw new Error(`the sweep did not bring ${victim.path} back`);
  }
  return seconds;
}
