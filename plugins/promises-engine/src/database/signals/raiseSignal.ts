import type { Knex } from 'knex';
import { isPostgres } from '../isPostgres';
import { afterCommit } from '../transactions';
import { CHANNEL } from './channel';
import { signalHub } from './signalHub';
import type { SignalTopic } from './types';

/** Wakes who waits for the topic once this transaction is committed: in this process, and on Postgres in all others. */
export async function raiseSignal(
  knex: Knex,
  options: {
    readonly topic: SignalTopic;
    readonly detail?: string;
    /** Advisory lock of the transaction that is taken with the same statement, on Postgres. */
    readonly lock?: number;
  },
): Promise<void> {
  const { topic, detail = '', lock } = options;
  const { sender, emitter } = signalHub(knex);
  if (isPostgres(knex)) {
    const signal = [CHANNEL, JSON.stringify({ sender, topic, detail })];
    await (lock === undefined
      ? knex.raw('SELECT pg_notify(?, ?)', signal)
      : knex.raw('SELECT pg_notify(?, ?), pg_advisory_xact_lock(?)', [
          ...signal,
          lock,
        ]));
  }
  afterCommit(knex, () => emitter.emit(topic, detail));
}
