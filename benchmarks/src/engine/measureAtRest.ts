import { setTimeout as sleep } from 'node:timers/promises';
import { StatementCounter } from '../live/StatementCounter.ts';
import type { MeasuredBackend } from './MeasuredBackend.ts';

const DATABASES = ['backstage_plugin_promises', 'backstage_plugin_catalog'];

/** What a backend does while nobody wants anything of it. */
export interface AtRest {
  readonly queriesPerSecond: number;
  /** of one core */
  readonly cpuPercent: number;
}

/** Statements on all databases of its plugins, and processor time of its process. */
export async function measureAtRest(options: {
  readonly backend: MeasuredBackend;
  readonly postgres: string;
  readonly settleMs: number;
  readonly seconds: number;
}): Promise<AtRest> {
  const { backend, postgres, settleMs, seconds } = options;
  const counter = await StatementCounter.create(postgres);
  try {
    const count = async () => {
      const counts = await Promise.all(
        DATABASES.map(name => counter.count(name)),
      );
      return counts.reduce((sum, each) => sum + each, 0);
    };
    await sleep(settleMs);
    const before = await backend.measure({ collect: false });
    const queries = await count();
    const start = performance.now();
    await sleep(seconds * 1_000);
    const after = await backend.measure({ collect: false });
    const elapsed = (performance.now() - start) / 1_000;
    const more = (await count()) - queries;
    return {
      queriesPerSecond: more / elapsed,
      cpuPercent:
        (after.cpuMicroseconds - before.cpuMicroseconds) / 10_000 / elapsed,
    };
  } finally {
    await counter.end();
  }
}
