import type { MetricsService } from '@backstage/backend-plugin-api/alpha';
import type { EngineObserver } from '@promissory/plugin-promises-engine';
import { BoundedLabels } from './BoundedLabels';
import { METRICS, type MetricDescription } from './metricTable';

/** Promises and state stores with a name of their own in labels; the others are `other`. */
const NAMES = 100;

/** Counts and measures what the engine does. */
export function createEngineObserver(metrics: MetricsService): EngineObserver {
  const counter = ({ name, description, unit }: MetricDescription) =>
    metrics.createCounter(name, { description, unit });
  const histogram = ({ name, description, unit, buckets }: MetricDescription) =>
    metrics.createHistogram(name, {
      description,
      unit,
      advice: { explicitBucketBoundaries: [...(buckets ?? [])] },
    });

  const workClaims = counter(METRICS.workClaims);
  const workDuration = histogram(METRICS.workDuration);
  const runDuration = histogram(METRICS.runDuration);
  const stepDuration = histogram(METRICS.stepDuration);
  const batchPlacements = histogram(METRICS.batchPlacements);
  const batchDuration = histogram(METRICS.batchDuration);
  const pushDuration = histogram(METRICS.pushDuration);
  const deliveryFailures = counter(METRICS.deliveryFailures);
  const promises = BoundedLabels.create({ limit: NAMES });
  const stores = BoundedLabels.create({ limit: NAMES });

  return {
    workClaimed: ({ kind, count }) => workClaims.add(count, { kind }),
    workFinished: ({ kind, outcome, seconds }) =>
      workDuration.record(seconds, { kind, outcome }),
    runFinished: ({ promise, workflow, state, seconds }) =>
      runDuration.record(seconds, {
        promise: promises.bound(promise),
        workflow,
        state,
      }),
    stepFinished: ({ runner, state, seconds }) =>
      stepDuration.record(seconds, { runner, state }),
    batchWritten: ({ store, placements, committed, seconds }) => {
      const labels = { store: stores.bound(store) };
      batchDuration.record(seconds, labels);
      if (committed) batchPlacements.record(placements, labels);
    },
    pushFinished: ({ store, outcome, seconds }) =>
      pushDuration.record(seconds, { store: stores.bound(store), outcome }),
    deliveryFailed: ({ store, reason }) =>
      deliveryFailures.add(1, { store: stores.bound(store), reason }),
  };
}
