import type { Knex } from 'knex';
import { isPostgres } from '../isPostgres';
import { afterCommit } from '../transactions';
import { CHANNEL } from './channel';
import { signalHub } from './signalHub';
import type { SignalTopic } from './types';

/** Wakes who waits for the topic once this transaction is committed: in this process, and on Postgres in all others. */
export async function raiseSignal(
  knex: Knex,
  options: { readonly topic: SignalTopic; readonly detail?: string },
): Promise<void> {
  const { topic, detail = '' } = options;
  const { sender, emitter } = signalHub(knex);
  if (isPostgres(knex)) {
    await knex.raw('SELECT pg_notify(?, ?)', [
      CHANNEL,
      JSON.stringify({ sender, topic, detail }),
    ]);
  }
  afterCommit(knex, () => emitter.emit(topic, detail));
}
