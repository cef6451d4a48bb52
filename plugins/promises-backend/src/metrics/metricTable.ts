/** One metric of the promises backend, as it is registered and as the reference says. */
export interface MetricDescription {
  /** For OpenTelemetry; Prometheus has `_` where this has `.`, and `_total` behind a counter. */
  readonly name: string;
  readonly kind: 'counter' | 'gauge' | 'histogram';
  /** UCUM: `s`, or what is counted in braces. */
  readonly unit: string;
  readonly labels: readonly string[];
  readonly description: string;
  /** `installation`: every replica tells the same. `replica`: each tells its own part. */
  readonly scope: 'installation' | 'replica';
  /** Upper bounds of the buckets of a histogram. */
  readonly buckets?: readonly number[];
}

const SECONDS = [
  0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 1_800,
];

/** All of them, by what the code calls them. */
export const METRICS = {
  requests: {
    name: 'promises.requests',
    kind: 'gauge',
    unit: '{request}',
    labels: ['state'],
    description: 'Requests that are not deleted, by state',
    scope: 'installation',
  },
  runDuration: {
    name: 'promises.run.duration',
    kind: 'histogram',
    unit: 's',
    labels: ['promise', 'workflow', 'state'],
    description: 'From the begin of a run to its end, waits included',
    scope: 'replica',
    buckets: [0.1, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 1_800, 7_200, 86_400],
  },
  stepDuration: {
    name: 'promises.step.duration',
    kind: 'histogram',
    unit: 's',
    labels: ['runner', 'state'],
    description: 'How long a container of a pipeline ran',
    scope: 'replica',
    buckets: SECONDS,
  },
  queueDepth: {
    name: 'promises.queue.depth',
    kind: 'gauge',
    unit: '{entry}',
    labels: ['kind'],
    description: 'Work that is to be looked at, now or later',
    scope: 'installation',
  },
  queueAge: {
    name: 'promises.queue.age',
    kind: 'gauge',
    unit: 's',
    labels: ['kind'],
    description:
      'For how long the work that has waited longest could have been taken up',
    scope: 'installation',
  },
  setAside: {
    name: 'promises.work.set_aside',
    kind: 'gauge',
    unit: '{entry}',
    labels: ['kind'],
    description: 'Work that failed again and again and was given up',
    scope: 'installation',
  },
  workClaims: {
    name: 'promises.work.claims',
    kind: 'counter',
    unit: '{claim}',
    labels: ['kind'],
    description: 'Work that was taken up',
    scope: 'replica',
  },
  workDuration: {
    name: 'promises.work.duration',
    kind: 'histogram',
    unit: 's',
    labels: ['kind', 'outcome'],
    description: 'From taking work up to its end',
    scope: 'replica',
    buckets: SECONDS,
  },
  batchPlacements: {
    name: 'promises.batch.placements',
    kind: 'histogram',
    unit: '{placement}',
    labels: ['store'],
    description: 'Placements of one commit; its count is the commits',
    scope: 'replica',
    buckets: [1, 2, 5, 10, 20, 50, 100, 200],
  },
  batchDuration: {
    name: 'promises.batch.duration',
    kind: 'histogram',
    unit: 's',
    labels: ['store'],
    description:
      'From reading what is to be written to its record, push included',
    scope: 'replica',
    buckets: SECONDS,
  },
  pushDuration: {
    name: 'promises.push.duration',
    kind: 'histogram',
    unit: 's',
    labels: ['store', 'outcome'],
    description: 'How long one push to a state store took',
    scope: 'replica',
    buckets: SECONDS,
  },
  deliveryFailures: {
    name: 'promises.delivery.failures',
    kind: 'counter',
    unit: '{failure}',
    labels: ['store', 'reason'],
    description: 'Times that a state store could not be worked on',
    scope: 'replica',
  },
  stateStores: {
    name: 'promises.state_stores',
    kind: 'gauge',
    unit: '{store}',
    labels: ['state'],
    description: 'State stores, by state',
    scope: 'installation',
  },
  placementsOpen: {
    name: 'promises.placements.open',
    kind: 'gauge',
    unit: '{placement}',
    labels: ['state'],
    description: 'Placements that are yet to be written or removed, by state',
    scope: 'installation',
  },
  eventLag: {
    name: 'promises.event.lag',
    kind: 'gauge',
    unit: 's',
    labels: [],
    description:
      'Age of the oldest event that this replica has not passed on yet',
    scope: 'replica',
  },
  loopRunning: {
    name: 'promises.loop.running',
    kind: 'gauge',
    unit: '1',
    labels: ['loop'],
    description: '1 where what has to run all the time runs, else 0',
    scope: 'replica',
  },
  loopRestarts: {
    name: 'promises.loop.restarts',
    kind: 'counter',
    unit: '{restart}',
    labels: ['loop'],
    description: 'Times that it hung and was begun anew',
    scope: 'replica',
  },
  streamsOpen: {
    name: 'promises.streams.open',
    kind: 'gauge',
    unit: '{stream}',
    labels: [],
    description: 'Live streams of events that are open',
    scope: 'replica',
  },
  gaugesFailed: {
    name: 'promises.gauges.failures',
    kind: 'counter',
    unit: '{failure}',
    labels: [],
    description:
      'Times that the database could not be asked for the gauges above',
    scope: 'replica',
  },
} as const satisfies Record<string, MetricDescription>;

/** What Prometheus calls a metric. */
export function prometheusName({ name, kind }: MetricDescription): string {
  const base = name.replaceAll('.', '_');
  return kind === 'counter' ? `${base}_total` : base;
}
