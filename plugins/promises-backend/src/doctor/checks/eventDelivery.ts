import type { DoctorResult } from '@promissory/plugin-promises-common';
import type { PromisesEngine } from '@promissory/plugin-promises-engine';
import { configRemedy } from '../configRemedy';
import type { Check } from '../types';

type Probe = Awaited<ReturnType<PromisesEngine['probeSignals']>>;

/** Seconds after which replicas look by themselves. */
const SLOW_MS = 1_000;

export function judgeEventDelivery(probe: Probe): DoctorResult[] {
  if (probe.outcome === 'oneProcess') {
    return [
      {
        status: 'ok',
        message:
          'SQLite has one process: what happens is told inside it, and no other replica has to hear it.',
      },
    ];
  }
  const remedy = configRemedy(
    'LISTEN needs a connection that stays the same. Name the Postgres server itself, or a pooler in session mode, for this plugin.',
    {
      backend: {
        database: {
          plugin: {
            promises: {
              connection: {
                host: '<the server, or a pooler in session mode>',
                port: 5432,
              },
            },
          },
        },
      },
    },
  );
  if (probe.outcome === 'silent') {
    return [
      {
        status: 'warning',
        message: `Replicas do not hear each other (${probe.problem}): what one does is seen by the others seconds later.`,
        remedy,
      },
    ];
  }
  if (!probe.listening) {
    return [
      {
        status: 'warning',
        message:
          'A notification arrives, but this replica lost its own listening connection and is making it anew.',
        remedy,
      },
    ];
  }
  return [
    probe.afterMs < SLOW_MS
      ? {
          status: 'ok',
          message: `A notification through Postgres arrived after ${probe.afterMs} ms.`,
        }
      : {
          status: 'warning',
          message: `A notification through Postgres took ${probe.afterMs} ms.`,
          remedy: {
            text: 'The database, or the way to it, is overloaded: see its load and its slowest queries.',
          },
        },
  ];
}

export const eventDeliveryCheck: Check = {
  id: 'event-delivery',
  area: 'backend',
  title: 'Events between replicas',
  run: async ({ engine, probeMs }) =>
    judgeEventDelivery(await engine.probeSignals({ timeoutMs: probeMs })),
};
