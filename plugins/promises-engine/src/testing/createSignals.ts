import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import { SignalReceiver } from '../database/signals';

/** A started receiver of signals, for tests. */
export async function createSignals(
  knex: Knex,
  logger: LoggerService,
): Promise<SignalReceiver> {
  const signals = SignalReceiver.create({
    knex,
    logger,
  });
  await signals.start();
  return signals;
}
