import { mockServices } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { SignalReceiver } from '../database/signals';

/** A started receiver of signals, for tests. */
export async function createSignals(knex: Knex): Promise<SignalReceiver> {
  const signals = SignalReceiver.create({
    knex,
    logger: mockServices.logger.mock(),
  });
  await signals.start();
  return signals;
}
