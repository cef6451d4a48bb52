import { measureList } from '../actions/measureList.ts';
import { percentile, round } from '../report/statistics.ts';

const WARM_UP = 10;

/** How long an answer takes. */
export interface MeasuredRoute {
  readonly medianMs: number;
  readonly p95Ms: number;
  readonly bytes: number;
}

/** Asks each route again and again, one question after the other. */
export async function measureRoutes(options: {
  readonly url: string;
  readonly authorization: string;
  /** Name and path below the API. */
  readonly routes: Readonly<Record<string, string>>;
  readonly rounds: number;
  /** A seeded fault. */
  readonly delayMs: number;
}): Promise<Readonly<Record<string, MeasuredRoute>>> {
  const { authorization, rounds, delayMs } = options;
  const measured: Record<string, MeasuredRoute> = {};
  for (const [name, path] of Object.entries(options.routes)) {
    const route = {
      url: `${options.url}/api/promises/v1${path}`,
      authorization,
    };
    await measureList({ ...route, rounds: WARM_UP, delayMs: 0 });
    const { latenciesMs, bytes } = await measureList({
      ...route,
      rounds,
      delayMs,
    });
    measured[name] = {
      medianMs: round(percentile(latenciesMs, 0.5)),
      p95Ms: round(percentile(latenciesMs, 0.95)),
      bytes,
    };
  }
  return measured;
}
