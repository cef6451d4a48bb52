import {
  placementOf,
  revisionOf,
  runOf,
  snapshotOf,
  workOf,
} from '../__testUtils__/snapshotOf';
import type { PromiseParts } from '../__testUtils__/promiseOf';
import { staticDependenciesGroup } from '../workflow/staticDependenciesGroup';
import { planPromise } from './planPromise';
import type { PromiseFacts, PromiseSnapshot } from './snapshot';

const OPTIONS = {
  now: new Date('2026-11-24T12:00:00.000Z'),
  defaultIntervalMs: 10 * 3_600_000,
};

interface Given extends Partial<Omit<PromiseSnapshot, 'promise'>> {
  readonly promise?: Partial<PromiseFacts>;
  readonly parts?: PromiseParts;
}

function promiseSnapshot({ parts, promise, ...rest }: Given): PromiseSnapshot {
  const base = snapshotOf({ promise });
  return {
    promise: base.promise,
    revisions: new Map([['revision-1', revisionOf(parts)]]),
    works: [],
    placements: [],
    destinations: base.destinations,
    requirements: [],
    ...rest,
  };
}

const run = (other: Parameters<typeof runOf>[0] = {}) =>
  runOf({ type: 'promise', hash: 'promise-hash', ...other });
const setup: PromiseParts = { promiseConfigure: ['setup'] };
const dependencies: PromiseParts = {
  dependencies: [{ apiVersion: 'v1', kind: 'Namespace' }],
};
const inProgress = {
  state: 'Unavailable',
  reason: 'PipelinesInProgress',
  message: "The Promise's own pipelines are still in progress",
};
const staticWork = workOf({
  type: 'static-dependency',
  pipeline: '',
  groups: [staticDependenciesGroup(revisionOf(dependencies).definition)!.group],
});

describe('planPromise', () => {
  it.each<[string, Given, Record<string, unknown>]>([
    ['one without anything of its own rests', {}, { kind: 'rest' }],
    [
      'one that was just registered is available',
      { promise: { state: 'Unavailable', reason: 'PromiseUnavailable' } },
      {
        kind: 'recordAvailability',
        state: 'Available',
        reason: 'PromiseAvailable',
      },
    ],
    [
      'a missing requirement makes it unavailable',
      {
        requirements: [
          {
            name: 'redis',
            version: 'v1',
            state: 'Requirement not installed',
            fulfilled: false,
          },
        ],
      },
      {
        kind: 'recordAvailability',
        state: 'Unavailable',
        message:
          'Requirements not fulfilled: redis v1: Requirement not installed',
      },
    ],
    [
      'it is unavailable before its own workflow starts',
      { parts: setup },
      { kind: 'recordAvailability', ...inProgress },
    ],
    [
      'then the workflow starts',
      { parts: setup, promise: inProgress },
      { kind: 'startRun', trigger: 'order', hash: 'promise-hash' },
    ],
    [
      'the workflow runs its pipelines',
      {
        parts: setup,
        promise: inProgress,
        configureRun: run({ state: 'Running', pipelineIndex: 0 }),
      },
      { kind: 'runPipeline', pipelineIndex: 0 },
    ],
    [
      'a workflow for an earlier definition is superseded',
      {
        parts: setup,
        promise: inProgress,
        configureRun: run({ state: 'Running', pipelineIndex: 0, hash: 'old' }),
      },
      { kind: 'endRun', state: 'Superseded' },
    ],
    [
      'a new definition runs again',
      { parts: setup, promise: inProgress, configureRun: run({ hash: 'old' }) },
      { kind: 'startRun', trigger: 'revision' },
    ],
    [
      'a failed workflow says so',
      {
        parts: setup,
        promise: inProgress,
        configureRun: run({
          state: 'Failed',
          pipelineIndex: 0,
          message: 'no rights',
        }),
      },
      {
        kind: 'recordAvailability',
        reason: 'ConfigureWorkflowFailed',
        message: 'A Configure Pipeline has failed: setup: no rights',
      },
    ],
    [
      'a workflow that succeeded rests until the interval',
      { parts: setup, configureRun: run() },
      { kind: 'rest', until: new Date('2026-11-24T20:00:00.000Z') },
    ],
    [
      'static dependencies become a Work',
      { parts: dependencies },
      { kind: 'writeStaticDependencies' },
    ],
    [
      'their Work is scheduled',
      { parts: dependencies, works: [staticWork] },
      { kind: 'schedule' },
    ],
    [
      'dependencies that are gone are removed',
      { works: [staticWork] },
      { kind: 'removeWorks', workIds: ['work-1'] },
    ],
    [
      'Works of pipelines that are gone are removed',
      { works: [workOf({ type: 'promise' })] },
      { kind: 'removeWorks', workIds: ['work-1'] },
    ],
    [
      'rows of removed placements go',
      { placements: [placementOf({ state: 'Removed' })] },
      { kind: 'forgetPlacements' },
    ],
    ...['Withdrawn', 'Untrusted', 'Invalid', 'Refused'].map(
      (state): [string, Given, Record<string, unknown>] => [
        `one that is ${state} is left as it stands`,
        { parts: { ...setup, ...dependencies }, promise: { state } },
        { kind: 'rest' },
      ],
    ),
  ])('%s', (_, given, expected) => {
    expect(planPromise(promiseSnapshot(given), OPTIONS)).toMatchObject(
      expected,
    );
  });
});
