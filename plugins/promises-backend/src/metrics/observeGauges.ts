import type { LoggerService } from '@backstage/backend-plugin-api';
import type {
  MetricsService,
  MetricsServiceObservableCallback,
} from '@backstage/backend-plugin-api/alpha';
import type {
  EngineGauges,
  EngineHealth,
} from '@promissory/plugin-promises-engine';
import { within } from '../catalog/within';
import { CachedRead } from './CachedRead';
import { METRICS, type MetricDescription } from './metricTable';

/** Collections that follow one another so closely are answered by one look at the database. */
const CACHE_MS = 3_000;
/** A database that does not answer must not take the other metrics with it: a collector waits ten seconds or so. */
const DATABASE_MS = 2_000;

/** What is observed whenever metrics are collected. */
export interface ObserveGaugesOptions {
  readonly metrics: MetricsService;
  readonly engine: {
    readonly health: EngineHealth;
    readGauges(): Promise<EngineGauges>;
  };
  readonly streams: { readonly size: number };
  readonly logger: LoggerService;
  readonly now: () => Date;
}

/** Registers what is read when metrics are collected, and answers what takes that back. */
export function observeGauges(options: ObserveGaugesOptions): () => void {
  const { metrics, engine, streams, logger, now } = options;
  const ends: Array<() => void> = [];
  let failures = 0;
  const gauges = CachedRead.create({
    read: () => engine.readGauges(),
    maximumAgeMs: CACHE_MS,
    now,
  });

  /** One failure is counted once, however many metrics miss what it would have brought. */
  const answers = CachedRead.create({
    read: async () => {
      try {
        const answer = await within(gauges.get(), DATABASE_MS);
        if (answer) return answer;
        throw new Error(`the database did not answer in ${DATABASE_MS} ms`);
      } catch (error) {
        failures += 1;
        logger.warn(`Gauges are left out of the metrics: ${error}`);
        return undefined;
      }
    },
    maximumAgeMs: 0,
    now,
  });

  const observe = (
    { name, kind, description, unit }: MetricDescription,
    callback: MetricsServiceObservableCallback,
  ) => {
    const instrument =
      kind === 'counter'
        ? metrics.createObservableCounter(name, { description, unit })
        : metrics.createObservableGauge(name, { description, unit });
    instrument.addCallback(callback);
    ends.push(() => instrument.removeCallback(callback));
  };
  /** A database that cannot be asked leaves these out; the others are told all the same. */
  const observeDatabase = (
    metric: MetricDescription,
    tell: (
      read: EngineGauges,
      result: Parameters<MetricsServiceObservableCallback>[0],
    ) => void,
  ) =>
    observe(metric, async result => {
      const answer = await answers.get();
      if (answer) tell(answer, result);
    });
  const observeStates = (
    metric: MetricDescription,
    pick: (read: EngineGauges) => Readonly<Record<string, number>>,
  ) => {
    const seen = new Set<string>();
    observeDatabase(metric, (read, result) => {
      const counts = pick(read);
      // A state that nothing is in any more is told once to be empty, and goes on being told so.
      Object.keys(counts).forEach(state => seen.add(state));
      seen.forEach(state => result.observe(counts[state] ?? 0, { state }));
    });
  };
  const observeQueue = (
    metric: MetricDescription,
    pick: (queue: EngineGauges['queue'][number]) => number,
  ) => {
    const seen = new Set<string>();
    observeDatabase(metric, ({ queue }, result) => {
      const values = new Map(queue.map(each => [each.kind, pick(each)]));
      values.forEach((_value, kind) => seen.add(kind));
      seen.forEach(kind => result.observe(values.get(kind) ?? 0, { kind }));
    });
  };

  observeStates(METRICS.requests, read => read.requests);
  observeStates(METRICS.stateStores, read => read.stateStores);
  observeStates(METRICS.placementsOpen, read => read.openPlacements);
  observeQueue(METRICS.queueDepth, queue => queue.depth);
  observeQueue(METRICS.queueAge, queue => queue.oldestSeconds);
  observeQueue(METRICS.setAside, queue => queue.setAside);
  observeDatabase(METRICS.eventLag, (read, result) =>
    result.observe(read.eventLagSeconds),
  );
  observe(METRICS.loopRunning, result => {
    engine.health.loops.forEach(({ name, running }) =>
      result.observe(running ? 1 : 0, { loop: name }),
    );
  });
  observe(METRICS.loopRestarts, result => {
    engine.health.loops.forEach(({ name, restarts }) =>
      result.observe(restarts, { loop: name }),
    );
  });
  observe(METRICS.streamsOpen, result => result.observe(streams.size));
  observe(METRICS.gaugesFailed, result => result.observe(failures));
  return () => ends.forEach(end => end());
}
