import type { RequestStateName } from '@promissory/plugin-promises-common';
import {
  placementOf,
  runOf,
  snapshotOf,
  type SnapshotParts,
  THEN,
  workOf,
} from '../__testUtils__/snapshotOf';
import { assessRequest } from './assessRequest';

const NOW = new Date('2026-11-24T12:00:00.000Z');

const delivered: SnapshotParts = {
  configureRun: runOf(),
  works: [workOf()],
  placements: [placementOf()],
};
const pending = placementOf({ state: 'Pending', writtenHash: undefined });
const failed = placementOf({
  state: 'Failed',
  reason: 'WorkloadsFailedWrite',
  message: 'the host cannot be reached',
  nextTryAt: '2026-11-24T12:01:00.000Z',
});
const deleting = (parts: SnapshotParts): SnapshotParts => ({
  ...parts,
  request: { ...parts.request, deleteRequestedAt: THEN },
});

/** The table of states: what is known, and what is said of it. */
const TABLE: Array<[string, SnapshotParts, RequestStateName, string, string]> =
  [
    ['ordered', {}, 'Pending', 'WorkflowPending', 'about to start'],
    [
      'ordered, the Promise unavailable',
      {
        promise: {
          state: 'Unavailable',
          message: 'Requirements not fulfilled',
        },
      },
      'Pending',
      'PromiseUnavailable',
      'Requirements not fulfilled',
    ],
    [
      'running',
      {
        configureRun: runOf({ state: 'Running', pipelineIndex: 0 }),
        runningStep: { pipelineIndex: 0, container: 'main' },
      },
      'Running',
      'PipelinesInProgress',
      'Pipeline 1 of 1, configure',
    ],
    [
      'running for an earlier generation',
      {
        request: { generation: 2 },
        configureRun: runOf({ state: 'Running', pipelineIndex: 0 }),
      },
      'Running',
      'PipelinesInProgress',
      'generation 2 starts when it ends',
    ],
    [
      'suspended by a pipeline',
      {
        configureRun: runOf({
          state: 'Suspended',
          pipelineIndex: 0,
          message: 'waits for approval',
        }),
      },
      'Suspended',
      'WorkflowSuspended',
      'waits for approval',
    ],
    [
      'suspended until a time',
      {
        configureRun: runOf({
          state: 'Suspended',
          pipelineIndex: 0,
          nextTryAt: '2026-11-24T13:00:00.000Z',
        }),
      },
      'Suspended',
      'RetryAfter',
      'Pipeline configure asked to wait',
    ],
    [
      'failed, never delivered',
      {
        configureRun: runOf({
          state: 'Failed',
          pipelineIndex: 0,
          reason: 'PipelineFailed',
          message: 'no capacity',
        }),
      },
      'Failed',
      'PipelineFailed',
      'Pipeline configure failed: no capacity',
    ],
    [
      'failed, an earlier generation stands',
      {
        request: { generation: 2, deliveredGeneration: 1 },
        configureRun: runOf({
          generation: 2,
          state: 'Failed',
          pipelineIndex: 0,
          message: 'no capacity',
        }),
      },
      'Degraded',
      'ConfigureWorkflowFailed',
      'Generation 1 is what stands',
    ],
    [
      'failed, a retry is asked for',
      {
        request: { wantedTrigger: 'retry' },
        configureRun: runOf({ state: 'Failed', pipelineIndex: 0 }),
      },
      'Pending',
      'WorkflowPending',
      'about to start',
    ],
    [
      'done, not scheduled yet',
      { configureRun: runOf(), works: [workOf()] },
      'Delivering',
      'WorksPending',
      '0 of 1 placements',
    ],
    [
      'done, not written',
      { ...delivered, placements: [pending] },
      'Delivering',
      'WorksPending',
      '0 of 1 placements',
    ],
    [
      'done, not written and the cause is known',
      {
        ...delivered,
        placements: [{ ...pending, message: 'dev is Disconnected' }],
      },
      'Delivering',
      'WorksPending',
      'dev is Disconnected',
    ],
    [
      'done, the store does not take it',
      { ...delivered, placements: [failed] },
      'Delivering',
      'WorkloadsFailedWrite',
      'Files cannot be written to dev: the host cannot be reached',
    ],
    [
      'delivered before, the store does not take it',
      {
        ...delivered,
        request: { deliveredGeneration: 1 },
        placements: [failed],
      },
      'Degraded',
      'WorkloadsFailedWrite',
      'the host cannot be reached',
    ],
    [
      'done, no Destination',
      { configureRun: runOf(), works: [workOf()], destinations: [] },
      'Pending',
      'UnscheduledWorkloads',
      'There is no Destination',
    ],
    [
      'delivered before, a part has no Destination',
      {
        request: { deliveredGeneration: 1 },
        configureRun: runOf(),
        works: [workOf()],
        destinations: [],
      },
      'Degraded',
      'UnscheduledWorkloads',
      'There is no Destination',
    ],
    [
      'written with a hash that is not the wanted one',
      { ...delivered, placements: [placementOf({ writtenHash: 'old' })] },
      'Delivering',
      'WorksPending',
      '0 of 1 placements',
    ],
    [
      'written, misplaced',
      {
        ...delivered,
        destinations: [],
        placements: [placementOf({ misplaced: true })],
      },
      'Degraded',
      'WorksMisplaced',
      'no longer matches',
    ],
    [
      'written, files of another Work still there',
      {
        ...delivered,
        placements: [
          placementOf(),
          placementOf({
            id: 'other',
            workId: 'gone',
            removing: true,
            state: 'Removing',
          }),
        ],
      },
      'Delivering',
      'WorksPending',
      '1 of 2 placements',
    ],
    ['written', delivered, 'Delivered', 'Reconciled', 'Written to dev'],
    [
      'nothing to write',
      { configureRun: runOf() },
      'Delivered',
      'Reconciled',
      'There was nothing to write',
    ],
    [
      'written, changed since',
      { ...delivered, request: { generation: 2, deliveredGeneration: 1 } },
      'Pending',
      'WorkflowPending',
      'about to start',
    ],
    [
      'paused',
      { ...delivered, request: { paused: true } },
      'Paused',
      'PausedReconciliation',
      'Paused',
    ],
    [
      'deleting, a pipeline in flight',
      deleting({ configureRun: runOf({ state: 'Running', pipelineIndex: 0 }) }),
      'Deleting',
      'WaitingForPipeline',
      'ends first',
    ],
    [
      'deleting, the delete workflow runs',
      deleting({
        ...delivered,
        parts: { delete: ['goodbye'] },
        deleteRun: runOf({
          workflow: 'delete',
          state: 'Running',
          pipelineIndex: 0,
        }),
      }),
      'Deleting',
      'DeletePipelinesInProgress',
      'Delete pipeline 1 of 1',
    ],
    [
      'deleting, the delete workflow failed',
      deleting({
        ...delivered,
        parts: { delete: ['goodbye'] },
        deleteRun: runOf({
          workflow: 'delete',
          state: 'Failed',
          pipelineIndex: 0,
          message: 'still in use',
        }),
      }),
      'Deleting',
      'DeleteWorkflowFailed',
      'The Delete Pipeline has failed: goodbye: still in use',
    ],
    [
      'deleting, the delete workflow waits',
      deleting({
        ...delivered,
        parts: { delete: ['goodbye'] },
        deleteRun: runOf({
          workflow: 'delete',
          state: 'Suspended',
          pipelineIndex: 0,
        }),
      }),
      'Deleting',
      'DeleteWorkflowSuspended',
      'is suspended',
    ],
    [
      'deleting, files are being removed',
      deleting({
        configureRun: runOf(),
        placements: [placementOf({ removing: true, state: 'Removing' })],
      }),
      'Deleting',
      'RemovingFiles',
      'Files are being removed from dev',
    ],
    [
      'deleting, the store does not let go',
      deleting({
        configureRun: runOf(),
        placements: [{ ...failed, removing: true }],
      }),
      'Deleting',
      'WorkloadsFailedWrite',
      'Files cannot be removed from dev: the host cannot be reached',
    ],
    [
      'deleting goes ahead of a pause',
      deleting({ ...delivered, request: { paused: true } }),
      'Deleting',
      'WorkflowPending',
      'about to start',
    ],
    ['deleted', { request: { deletedAt: THEN } }, 'Deleted', 'Deleted', 'gone'],
  ];

describe('the state of a request', () => {
  it.each(TABLE)('%s', (_, parts, name, reason, message) => {
    const { state, delivered: isDelivered } = assessRequest(
      snapshotOf(parts),
      NOW,
    );
    expect(state).toMatchObject({ name, reason });
    expect(state.message).toContain(message);
    const settled = ['Delivered', 'Degraded', 'Paused'].includes(name);
    expect(isDelivered && !settled).toBe(false);
  });

  it('names pipeline, step and time in the detail', () => {
    expect(
      assessRequest(
        snapshotOf({
          configureRun: runOf({ state: 'Running', pipelineIndex: 0 }),
          runningStep: { pipelineIndex: 0, container: 'main' },
        }),
        NOW,
      ).state.detail,
    ).toEqual({
      pipelineIndex: 1,
      pipelineCount: 1,
      pipeline: 'configure',
      step: 'main',
    });
  });
});

describe('the conditions of a request', () => {
  const conditionsOf = (parts: SnapshotParts) =>
    assessRequest(snapshotOf(parts), NOW).conditions.map(
      ({ type, status, reason, message }) =>
        `${type} ${status} ${reason} "${message}"`,
    );

  it.each<[string, SnapshotParts, string[]]>([
    [
      'ordered',
      {},
      [
        'PromiseAvailable True PromiseAvailable "Promise Requirements are met"',
        'Reconciled Unknown WorkflowPending "Pending"',
      ],
    ],
    [
      'the Promise unavailable',
      { promise: { state: 'Unavailable' } },
      [
        'PromiseAvailable False PromiseRequirementsNotInstalled "Promise Requirements are not installed"',
        'Reconciled Unknown WorkflowPending "Pending"',
      ],
    ],
    [
      'running',
      { configureRun: runOf({ state: 'Running', pipelineIndex: 0 }) },
      [
        'PromiseAvailable True PromiseAvailable "Promise Requirements are met"',
        'ConfigureWorkflowCompleted False PipelinesInProgress "Pipelines are still in progress"',
        'Reconciled Unknown WorkflowPending "Pending"',
      ],
    ],
    [
      'failed',
      { configureRun: runOf({ state: 'Failed', pipelineIndex: 0 }) },
      [
        'PromiseAvailable True PromiseAvailable "Promise Requirements are met"',
        'ConfigureWorkflowCompleted False ConfigureWorkflowFailed "A Configure Pipeline has failed: configure"',
        'Reconciled False ConfigureWorkflowFailed "Failing"',
      ],
    ],
    [
      'being written',
      { ...delivered, placements: [pending] },
      [
        'PromiseAvailable True PromiseAvailable "Promise Requirements are met"',
        'ConfigureWorkflowCompleted True PipelinesExecutedSuccessfully "Pipelines completed"',
        'WorksSucceeded Unknown WorksPending "Some works associated with this resource are not ready: [database-one-configure-12345]"',
        'Reconciled Unknown WorksPending "Pending"',
      ],
    ],
    [
      'not taken by the store',
      { ...delivered, placements: [failed] },
      [
        'PromiseAvailable True PromiseAvailable "Promise Requirements are met"',
        'ConfigureWorkflowCompleted True PipelinesExecutedSuccessfully "Pipelines completed"',
        'WorksSucceeded False WorksFailing "Some works associated with this resource failed: [database-one-configure-12345]"',
        'Reconciled False WorksFailing "Failing"',
      ],
    ],
    [
      'delivered',
      delivered,
      [
        'PromiseAvailable True PromiseAvailable "Promise Requirements are met"',
        'ConfigureWorkflowCompleted True PipelinesExecutedSuccessfully "Pipelines completed"',
        'WorksSucceeded True WorksSucceeded "All works associated with this resource are ready"',
        'Reconciled True Reconciled "Reconciled"',
      ],
    ],
  ])('%s', (_, parts, expected) => {
    expect(conditionsOf(parts)).toEqual(expected);
  });

  it('keep their time while the status stays, and those of pipelines stay', () => {
    const own = {
      type: 'Own',
      status: 'True' as const,
      reason: 'a',
      message: 'b',
    };
    const { conditions } = assessRequest(
      snapshotOf({
        ...delivered,
        request: {
          conditions: [
            {
              type: 'Reconciled',
              status: 'True',
              reason: 'Reconciled',
              message: 'Reconciled',
              lastTransitionTime: THEN,
            },
            own,
          ],
        },
      }),
      NOW,
    );
    expect(conditions).toContainEqual(
      expect.objectContaining({ type: 'Reconciled', lastTransitionTime: THEN }),
    );
    expect(conditions).toContainEqual(
      expect.objectContaining({
        type: 'WorksSucceeded',
        lastTransitionTime: NOW.toISOString(),
      }),
    );
    expect(conditions).toContainEqual(own);
  });
});
