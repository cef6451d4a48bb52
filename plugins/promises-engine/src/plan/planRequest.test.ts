import fc from 'fast-check';
import {
  placementOf,
  revisionOf,
  runOf,
  snapshotOf,
  type SnapshotParts,
  workOf,
} from '../__testUtils__/snapshotOf';
import { planRequest } from './planRequest';

const NOW = new Date('2026-11-24T12:00:00.000Z');
const OPTIONS = { now: NOW, defaultIntervalMs: 10 * 3_600_000 };
const INTERVAL_DUE = new Date('2026-11-24T20:00:00.000Z');

const delivered: SnapshotParts = {
  configureRun: runOf(),
  works: [workOf()],
  placements: [placementOf()],
};
const deleting = (parts: SnapshotParts): SnapshotParts => ({
  ...parts,
  request: {
    deleteRequestedAt: '2026-11-24T11:00:00.000Z',
    deleteRequestedBy: 'user:default/bob',
    ...parts.request,
  },
});
const running = (index = 0, other: Partial<ReturnType<typeof runOf>> = {}) =>
  runOf({
    state: 'Running',
    pipelineIndex: index,
    finishedAt: undefined,
    ...other,
  });
const deleteRun = (other: Partial<ReturnType<typeof runOf>>) =>
  runOf({ id: 'run-2', workflow: 'delete', trigger: 'delete', ...other });

const TABLE: Array<[string, SnapshotParts, Record<string, unknown>]> = [
  [
    'an order starts a run',
    {},
    {
      kind: 'startRun',
      workflow: 'configure',
      trigger: 'order',
      generation: 1,
      pipelineCount: 1,
      actor: 'user:default/alice',
    },
  ],
  [
    'an order waits while the Promise is unavailable',
    { promise: { state: 'Unavailable' } },
    { kind: 'rest' },
  ],
  [
    'an order waits while the Promise has no definition',
    { promise: { currentRevisionId: undefined } },
    { kind: 'rest' },
  ],
  [
    'a withdrawn Promise still fulfils what was ordered',
    { promise: { state: 'Withdrawn' } },
    { kind: 'startRun', trigger: 'order' },
  ],
  [
    'an untrusted Promise runs nothing',
    { promise: { state: 'Untrusted' } },
    { kind: 'rest' },
  ],
  [
    'a run runs its next pipeline',
    { configureRun: running() },
    { kind: 'runPipeline', runId: 'run-1', pipelineIndex: 0 },
  ],
  [
    'files of a pipeline that is done are placed before the next one runs',
    {
      configureRun: running(1, { pipelineCount: 2 }),
      works: [workOf()],
    },
    { kind: 'schedule' },
  ],
  [
    'a run without pipelines left finishes',
    { configureRun: running(1) },
    { kind: 'finishRun', runId: 'run-1', removeWorkIds: [] },
  ],
  [
    'finishing removes Works of pipelines that are no longer in the workflow',
    {
      configureRun: running(1),
      works: [workOf(), workOf({ id: 'work-2', pipeline: 'old' })],
      placements: [placementOf()],
    },
    { kind: 'finishRun', removeWorkIds: ['work-2'] },
  ],
  [
    'a change ends the run in between pipelines',
    {
      request: { generation: 2 },
      configureRun: running(1, { pipelineCount: 2 }),
    },
    { kind: 'endRun', runId: 'run-1', state: 'Superseded' },
  ],
  [
    'a change of a superseded run starts from the first pipeline',
    {
      request: { generation: 2 },
      configureRun: runOf({ state: 'Superseded' }),
    },
    { kind: 'startRun', trigger: 'change', generation: 2 },
  ],
  [
    'a new revision runs again',
    {
      promise: { currentRevisionId: 'revision-2' },
      configureRun: runOf(),
      revisions: new Map([
        ['revision-1', revisionOf()],
        ['revision-2', revisionOf({}, { id: 'revision-2', specHash: 'other' })],
      ]),
    },
    { kind: 'startRun', trigger: 'revision', revisionId: 'revision-2' },
  ],
  [
    'a revision with the same spec runs nothing',
    {
      ...delivered,
      promise: { currentRevisionId: 'revision-2' },
      revisions: new Map([
        ['revision-1', revisionOf()],
        ['revision-2', revisionOf({}, { id: 'revision-2' })],
      ]),
    },
    { kind: 'rest', until: INTERVAL_DUE },
  ],
  [
    'a failed run is not repeated on its own',
    { configureRun: runOf({ state: 'Failed', pipelineIndex: 0 }) },
    { kind: 'rest', until: INTERVAL_DUE },
  ],
  [
    'a failed run is repeated when asked',
    {
      request: { wantedTrigger: 'retry', wantedBy: 'user:default/bob' },
      configureRun: runOf({ state: 'Failed', pipelineIndex: 0 }),
    },
    { kind: 'startRun', trigger: 'retry', actor: 'user:default/bob' },
  ],
  [
    'a suspended run waits for its time',
    {
      configureRun: runOf({
        state: 'Suspended',
        pipelineIndex: 0,
        nextTryAt: '2026-11-24T12:30:00.000Z',
      }),
    },
    { kind: 'rest', until: new Date('2026-11-24T12:30:00.000Z') },
  ],
  [
    'a suspended run goes on when its time has come',
    {
      configureRun: runOf({
        state: 'Suspended',
        pipelineIndex: 0,
        nextTryAt: '2026-11-24T12:00:00.000Z',
      }),
    },
    { kind: 'resumeRun', runId: 'run-1' },
  ],
  [
    'a suspended run goes on when a person says so',
    {
      request: { wantedTrigger: 'resume' },
      configureRun: runOf({ state: 'Suspended', pipelineIndex: 0 }),
    },
    { kind: 'resumeRun', runId: 'run-1' },
  ],
  [
    'a suspended run starts over when the spec changes',
    {
      request: { generation: 2 },
      configureRun: runOf({ state: 'Suspended', pipelineIndex: 0 }),
    },
    { kind: 'endRun', state: 'Superseded' },
  ],
  [
    'a paused request rests',
    { request: { paused: true }, configureRun: running() },
    { kind: 'rest' },
  ],
  [
    'a Work without placements is scheduled',
    { configureRun: runOf(), works: [workOf()] },
    { kind: 'schedule' },
  ],
  [
    'rows of removed placements go',
    { ...delivered, placements: [placementOf({ state: 'Removed' })] },
    { kind: 'forgetPlacements', placementIds: ['placement-1'] },
  ],
  [
    'what is delivered rests until the interval',
    delivered,
    { kind: 'rest', until: INTERVAL_DUE },
  ],
  [
    'the interval runs it again',
    {
      ...delivered,
      configureRun: runOf({ finishedAt: '2026-11-24T01:00:00.000Z' }),
    },
    { kind: 'startRun', trigger: 'interval', actor: undefined },
  ],
  [
    'a deletion ends the configure run first',
    deleting({ configureRun: running(1, { pipelineCount: 2 }) }),
    { kind: 'endRun', state: 'Cancelled' },
  ],
  [
    'a deletion ends a suspended run',
    deleting({ configureRun: runOf({ state: 'Suspended', pipelineIndex: 0 }) }),
    { kind: 'endRun', state: 'Cancelled' },
  ],
  [
    'a deletion runs the delete workflow',
    deleting({ ...delivered, parts: { delete: ['goodbye'] } }),
    {
      kind: 'startRun',
      workflow: 'delete',
      trigger: 'delete',
      actor: 'user:default/bob',
    },
  ],
  [
    'a deletion goes ahead of a pause',
    deleting({
      ...delivered,
      parts: { delete: ['goodbye'] },
      request: { paused: true },
    }),
    { kind: 'startRun', workflow: 'delete' },
  ],
  [
    'a deletion without delete pipelines removes the files',
    deleting(delivered),
    { kind: 'removeFiles' },
  ],
  [
    'a deletion of what never ran has no workflow',
    deleting({ parts: { delete: ['goodbye'] } }),
    { kind: 'tombstone' },
  ],
  [
    'a failed delete workflow waits for a person',
    deleting({
      ...delivered,
      parts: { delete: ['goodbye'] },
      deleteRun: deleteRun({ state: 'Failed', pipelineIndex: 0 }),
    }),
    { kind: 'rest' },
  ],
  [
    'a failed delete workflow is repeated when asked',
    deleting({
      ...delivered,
      parts: { delete: ['goodbye'] },
      request: { wantedTrigger: 'retry', wantedBy: 'user:default/bob' },
      deleteRun: deleteRun({ state: 'Failed', pipelineIndex: 0 }),
    }),
    { kind: 'startRun', workflow: 'delete', trigger: 'retry' },
  ],
  [
    'a delete workflow that is done removes the files',
    deleting({
      ...delivered,
      parts: { delete: ['goodbye'] },
      deleteRun: deleteRun({}),
    }),
    { kind: 'removeFiles' },
  ],
  [
    'a suspended delete workflow keeps the files',
    deleting({
      ...delivered,
      parts: { delete: ['goodbye'] },
      deleteRun: deleteRun({ state: 'Suspended', pipelineIndex: 0 }),
    }),
    { kind: 'rest' },
  ],
  [
    'a deletion waits for files to be removed',
    deleting({
      configureRun: runOf(),
      placements: [placementOf({ removing: true, state: 'Removing' })],
    }),
    { kind: 'rest' },
  ],
  [
    'a deletion ends when all files are removed',
    deleting({
      configureRun: runOf(),
      placements: [placementOf({ removing: true, state: 'Removed' })],
    }),
    { kind: 'tombstone' },
  ],
  [
    'what is deleted rests',
    { request: { deletedAt: '2026-11-24T11:00:00.000Z' } },
    { kind: 'rest' },
  ],
];

describe('planRequest', () => {
  it.each(TABLE)('%s', (_, parts, expected) => {
    expect(planRequest(snapshotOf(parts), OPTIONS)).toMatchObject(expected);
  });

  it('never starts a run beside another one', () => {
    fc.assert(
      fc.property(
        fc.constantFrom<'Pending' | 'Running'>('Pending', 'Running'),
        fc.nat(2),
        fc.nat(3),
        fc.option(fc.constantFrom('retry', 'reconcile', 'resume'), {
          nil: undefined,
        }),
        fc.boolean(),
        fc.boolean(),
        (state, index, generation, wantedTrigger, paused, leaving) => {
          const action = planRequest(
            snapshotOf({
              parts: { delete: ['goodbye'] },
              configureRun: running(index, { state }),
              request: {
                generation: generation + 1,
                wantedTrigger,
                paused,
                ...(leaving ? { deleteRequestedAt: NOW.toISOString() } : {}),
              },
            }),
            OPTIONS,
          );
          expect(action.kind).not.toBe('startRun');
          expect(action.kind).not.toBe('removeFiles');
          expect(action.kind).not.toBe('tombstone');
        },
      ),
    );
  });
});
