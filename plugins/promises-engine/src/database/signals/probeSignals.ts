import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { isPostgres } from '../isPostgres';
import { CHANNEL } from './channel';
import { ListenConnection } from './ListenConnection';

/** Whether what one replica commits is heard by the others at once. @public */
export type SignalProbe =
  /** There is one process; nothing has to travel. */
  | { readonly outcome: 'oneProcess' }
  | { readonly outcome: 'heard'; readonly afterMs: number }
  | { readonly outcome: 'silent'; readonly problem: string };

/**
 * Sends one notification through the pool and waits for it on a connection of its own, as a replica would. Other
 * replicas hear it too and make nothing of it.
 */
export async function probeSignals(
  knex: Knex,
  options: { readonly timeoutMs: number },
): Promise<SignalProbe> {
  if (!isPostgres(knex)) {
    return { outcome: 'oneProcess' };
  }
  const token = randomUUID();
  const begin = performance.now();
  let connection: ListenConnection | undefined;
  let end: (probe: SignalProbe) => void = () => {};
  const answer = new Promise<SignalProbe>(resolve => {
    end = resolve;
  });
  const send = async () => {
    connection = await ListenConnection.open({
      knex,
      onPayload: payload => {
        const afterMs = Math.round(performance.now() - begin);
        if (payload === token) end({ outcome: 'heard', afterMs });
      },
      onBroken: () =>
        end({ outcome: 'silent', problem: 'the listening connection broke' }),
    });
    await knex.raw('SELECT pg_notify(?, ?)', [CHANNEL, token]);
  };
  const timer = setTimeout(
    () =>
      end({
        outcome: 'silent',
        problem: `a notification did not arrive within ${
          options.timeoutMs / 1_000
        } s`,
      }),
    options.timeoutMs,
  );
  const sent = send();
  sent.catch(error => end({ outcome: 'silent', problem: String(error) }));
  try {
    return await answer;
  } finally {
    clearTimeout(timer);
    // A connection that is opened too late is closed too.
    void sent.catch(() => {}).then(() => connection?.close());
  }
}
