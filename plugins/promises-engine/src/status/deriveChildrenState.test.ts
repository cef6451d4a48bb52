import { childOf, childrenOf, wantedOf } from '../__testUtils__/childrenOf';
import {
  placementOf,
  runOf,
  snapshotOf,
  workOf,
} from '../__testUtils__/snapshotOf';
import { CHILD_PROBLEM_REASONS } from '../children/childReasons';
import type { ChildrenFacts } from '../children/types';
import { assessRequest } from './assessRequest';

const NOW = new Date('2026-11-24T10:00:00.000Z');

const assess = (children: ChildrenFacts, deliveredGeneration?: number) =>
  assessRequest(
    snapshotOf({
      request: { generation: 2, deliveredGeneration },
      configureRun: runOf({ generation: 2 }),
      works: [workOf()],
      placements: [placementOf()],
      children,
    }),
    NOW,
  );

const inState = (name: string, more: object = {}) =>
  childrenOf({
    wanted: [wantedOf()],
    present: [
      childOf({ state: { name, reason: 'Because', message: 'why' }, ...more }),
    ],
  });

describe('the state that children make of their parent', () => {
  /** never delivered · an earlier generation delivered · this generation delivered */
  it.each<[string, ChildrenFacts, string, string, string]>([
    [
      'a file that cannot be read',
      childrenOf({
        problems: [{ reason: 'ChildDocumentInvalid', message: 'bad' }],
      }),
      'Failed ChildDocumentInvalid',
      'Degraded ChildDocumentInvalid',
      'Degraded ChildDocumentInvalid',
    ],
    [
      'an invalid child',
      childrenOf({
        wanted: [
          wantedOf({
            errors: [{ path: 'spec.size', reason: 'X', message: 'no' }],
          }),
        ],
      }),
      'Failed ChildInvalid',
      'Degraded ChildInvalid',
      'Degraded ChildInvalid',
    ],
    [
      'a failed child',
      inState('Failed'),
      'Failed ChildFailed',
      'Degraded ChildFailed',
      'Degraded ChildFailed',
    ],
    [
      'a degraded child',
      inState('Degraded'),
      'Delivering ChildDegraded',
      'Degraded ChildDegraded',
      'Degraded ChildDegraded',
    ],
    [
      'a child that is being deleted though it is wanted',
      inState('Deleting', { deleting: true }),
      'Delivering ChildDeleting',
      'Degraded ChildDeleting',
      'Degraded ChildDeleting',
    ],
    [
      'a suspended child',
      inState('Suspended'),
      'Delivering ChildSuspended',
      'Delivering ChildSuspended',
      'Delivered Reconciled',
    ],
    [
      'a paused child',
      inState('Paused'),
      'Delivering ChildPaused',
      'Delivering ChildPaused',
      'Delivered Reconciled',
    ],
    ...['Suspended', 'Paused'].map(
      (name): [string, ChildrenFacts, string, string, string] => [
        `a child that is ${name} with a change`,
        inState(name, { delivered: false }),
        `Delivering Child${name}`,
        `Delivering Child${name}`,
        `Delivering Child${name}`,
      ],
    ),
    ...['Pending', 'Running', 'Delivering'].map(
      (name): [string, ChildrenFacts, string, string, string] => [
        `a child that is ${name}`,
        inState(name),
        'Delivering ChildrenInProgress',
        'Delivering ChildrenInProgress',
        'Delivering ChildrenInProgress',
      ],
    ),
    [
      'a child that is not there yet',
      childrenOf({ wanted: [wantedOf()] }),
      'Delivering ChildrenInProgress',
      'Delivering ChildrenInProgress',
      'Delivering ChildrenInProgress',
    ],
    [
      'a child that is to be pruned',
      childrenOf({ present: [childOf()] }),
      'Delivering ChildrenInProgress',
      'Delivering ChildrenInProgress',
      'Delivering ChildrenInProgress',
    ],
    [
      'a delivered child',
      inState('Delivered'),
      'Delivered Reconciled',
      'Delivered Reconciled',
      'Delivered Reconciled',
    ],
    [
      'a ready child',
      inState('Ready'),
      'Delivered Reconciled',
      'Delivered Reconciled',
      'Delivered Reconciled',
    ],
    [
      'a child whose document is only a file now',
      childrenOf({ present: [childOf()], alsoWritten: [childOf()] }),
      'Delivered Reconciled',
      'Delivered Reconciled',
      'Delivered Reconciled',
    ],
    [
      'no children',
      childrenOf(),
      'Delivered Reconciled',
      'Delivered Reconciled',
      'Delivered Reconciled',
    ],
  ])('%s', (_, children, never, before, settled) => {
    const told = [undefined, 1, 2].map(generation => {
      const { state } = assess(children, generation);
      return `${state.name} ${state.reason}`;
    });
    expect(told).toEqual([never, before, settled]);
  });

  it('counts a generation as delivered when all children are', () => {
    expect(assess(inState('Running')).delivered).toBe(false);
    expect(assess(inState('Delivered')).delivered).toBe(true);
  });

  it('names what it waits for', () => {
    const children = childrenOf({
      wanted: [wantedOf(), wantedOf({ name: 'more', id: 'sha#1' })],
      present: [childOf(), childOf({ uid: 'child-2', name: 'gone' })],
    });
    expect(assess(children).state.message).toBe(
      '1 of 2 children are delivered; waits for postgresql default/more, the removal of postgresql default/gone',
    );
  });

  it('names five of many that it waits for', () => {
    const children = childrenOf({
      wanted: Array.from({ length: 8 }, (_, index) =>
        wantedOf({ name: `db-${index}` }),
      ),
    });
    expect(assess(children).state.message).toMatch(
      /^0 of 8 children are delivered; waits for .*db-4 and 3 more$/,
    );
  });

  it('says only what a database takes, and not too much of it', () => {
    const path = `metadata.labels[a\0${'b'.repeat(5_000)}]`;
    const children = childrenOf({
      wanted: [
        wantedOf({ errors: [{ path, reason: 'Invalid', message: 'no' }] }),
      ],
    });
    const { message } = assess(children).state;
    expect(message).not.toContain('\0');
    expect(message.length).toBeLessThan(3_000);
  });

  it('says what the first child waits for that is pending', () => {
    const { message } = assess(inState('Pending', {})).state;
    expect(message).toBe(
      '0 of 1 children are delivered; waits for postgresql default/db; postgresql default/db is Pending: why',
    );
    expect(assess(inState('Running')).state.message).not.toContain('why');
  });

  it.each<
    [string, Parameters<typeof wantedOf>[0], Partial<ChildrenFacts>, string]
  >([
    [
      'name',
      {
        holder: { uid: 'x', requestedBy: 'user:default/bob', deleting: false },
      },
      {},
      'ChildNameTaken',
    ],
    [
      'cycle',
      { promise: { ...wantedOf().promise, name: 'database' }, name: 'one' },
      {},
      'ChildCycle',
    ],
    [
      'ancestor',
      {},
      {
        ancestors: [
          { promiseName: 'postgresql', namespace: 'default', name: 'db' },
        ],
      },
      'ChildCycle',
    ],
    [
      'depth',
      {},
      { limits: { maximumDepth: 0, maximumChildren: 1 } },
      'ChildTooDeep',
    ],
    [
      'number',
      {},
      { limits: { maximumDepth: 5, maximumChildren: 0 } },
      'TooManyChildren',
    ],
    [
      'withdrawn',
      { promise: { ...wantedOf().promise, state: 'Withdrawn' } },
      {},
      'ChildPromiseWithdrawn',
    ],
    ...['Untrusted', 'Invalid', 'Refused'].map(
      (
        state,
      ): [
        string,
        Parameters<typeof wantedOf>[0],
        Partial<ChildrenFacts>,
        string,
      ] => [
        state,
        { promise: { ...wantedOf().promise, state } },
        {},
        'ChildPromiseNotOrderable',
      ],
    ),
    ['namespace', { mayOwn: false }, {}, 'ChildNamespaceForbidden'],
  ])('refuses a new child: %s', (_, wanted, facts, reason) => {
    const { state } = assess(
      childrenOf({ wanted: [wantedOf(wanted)], ...facts }),
    );
    expect([state.name, state.reason]).toEqual(['Failed', reason]);
    expect(CHILD_PROBLEM_REASONS).toContain(reason);
  });
});
