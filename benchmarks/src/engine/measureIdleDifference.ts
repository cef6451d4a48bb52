import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres } from '@promissory/scripts/services/startPostgres';
import type { Order } from '../golden-path/readOrders.ts';
import { fillWithRequests } from '../scale/fillWithRequests.ts';
import { measureAtRest, type AtRest } from './measureAtRest.ts';
import { MeasuredBackend } from './MeasuredBackend.ts';
import type { Sizes } from './sizes.ts';
import { PEOPLE, startEngine } from './startEngine.ts';

/** A backend with requests at rest, and the same one without these plugins. */
export interface IdleDifference {
  readonly with: AtRest;
  readonly without: AtRest;
}

/** What requests at rest cost. `chatty` asks the database, as if the engine did. */
export async function measureIdleDifference(options: {
  readonly order: Order;
  readonly sizes: Sizes;
  readonly fault?: string;
}): Promise<IdleDifference> {
  const { order, sizes, fault } = options;
  const directory = await mkdtemp(join(tmpdir(), 'promissory-bench-idle-'));
  const postgres = await startPostgres([
    'shared_preload_libraries=pg_stat_statements',
    'pg_stat_statements.track=top',
  ]);
  const server = postgres.connectionString;
  const look = (backend: MeasuredBackend) =>
    measureAtRest({
      backend,
      postgres: server,
      settleMs: sizes.idleSettleMs,
      seconds: sizes.idleSeconds,
    });
  try {
    const bare = await MeasuredBackend.start({
      directory,
      postgres: server,
      kind: 'without',
      files: [PEOPLE],
    });
    const without = await look(bare).finally(() => bare.stop());
    const backend = await startEngine({
      directory,
      postgres: server,
      catalog: { requestEntities: false },
    });
    const database = backend.open('promises');
    try {
      await fillWithRequests({
        backend,
        database,
        order,
        count: sizes.requests,
      });
      const chatter =
        fault === 'chatty'
          ? setInterval(() => void database.all('SELECT 1'), 100)
          : undefined;
      try {
        return { without, with: await look(backend) };
      } finally {
        clearInterval(chatter);
      }
    } finally {
      await database.close();
      await backend.stop();
    }
  } finally {
    await postgres.stop();
    await rm(directory, { recursive: true, force: true });
  }
}
