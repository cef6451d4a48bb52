import fc from 'fast-check';
import { childOf, childrenOf, wantedOf } from '../__testUtils__/childrenOf';
import { runOf, snapshotOf } from '../__testUtils__/snapshotOf';
import type { ChildrenFacts } from '../children/types';
import { decideChildren } from './decideChildren';
import { planRequest } from './planRequest';
import type { SnapshotParts } from '../__testUtils__/snapshotOf';

const decide = (children: ChildrenFacts, parts: SnapshotParts = {}) =>
  decideChildren(snapshotOf({ configureRun: runOf(), children, ...parts }));

const plan = (parts: SnapshotParts) =>
  planRequest(snapshotOf(parts), {
    now: new Date('2026-11-24T10:00:00.000Z'),
    defaultIntervalMs: 36_000_000,
  }).kind;

describe('decideChildren', () => {
  it.each<[string, ChildrenFacts, object | undefined]>([
    [
      'orders one that is not there',
      childrenOf({ wanted: [wantedOf()] }),
      {
        kind: 'applyChild',
        promiseName: 'postgresql',
        name: 'db',
        changesSpec: true,
      },
    ],
    [
      'leaves one that is as it is wanted',
      childrenOf({ wanted: [wantedOf()], present: [childOf()] }),
      undefined,
    ],
    [
      'changes the spec of one',
      childrenOf({
        wanted: [wantedOf({ spec: { size: 'large' } })],
        present: [childOf()],
      }),
      { kind: 'applyChild', uid: 'child-1', changesSpec: true },
    ],
    [
      'leaves one that differs by a default that came later',
      childrenOf({
        wanted: [
          wantedOf({
            spec: { size: 'small', tier: 'basic' },
            served: { size: 'small', tier: 'basic' },
          }),
        ],
        present: [childOf()],
      }),
      undefined,
    ],
    [
      'changes the labels of one',
      childrenOf({
        wanted: [wantedOf()],
        present: [childOf({ labels: { a: 'b' } })],
      }),
      { kind: 'applyChild', uid: 'child-1', changesSpec: false, labels: {} },
    ],
    [
      'changes the owner of one, also where its document is not valid',
      childrenOf({
        wanted: [
          wantedOf({ errors: [{ path: 'x', reason: 'X', message: 'no' }] }),
        ],
        present: [childOf({ ownerRef: 'group:default/other' })],
      }),
      {
        kind: 'applyChild',
        uid: 'child-1',
        changesSpec: false,
        spec: { size: 'small' },
      },
    ],
    [
      'leaves one that is being deleted',
      childrenOf({
        wanted: [wantedOf({ spec: { size: 'large' } })],
        present: [childOf({ deleting: true })],
      }),
      undefined,
    ],
    [
      'prunes one that is written nowhere',
      childrenOf({ present: [childOf()] }),
      { kind: 'deleteChild', uid: 'child-1' },
    ],
    [
      'keeps one that is written where nothing is fulfilled',
      childrenOf({ present: [childOf()], alsoWritten: [childOf()] }),
      undefined,
    ],
    [
      'prunes nothing while a file cannot be read',
      childrenOf({
        present: [childOf()],
        problems: [{ reason: 'ChildDocumentInvalid', message: 'bad' }],
      }),
      undefined,
    ],
    [
      'prunes nothing while there are too many documents',
      childrenOf({
        wanted: [wantedOf({ name: 'a' }), wantedOf({ name: 'b' })],
        present: [childOf()],
        limits: { maximumDepth: 5, maximumChildren: 1 },
      }),
      undefined,
    ],
    [
      'goes on with others where one is refused',
      childrenOf({
        wanted: [
          wantedOf({ name: 'a', mayOwn: false }),
          wantedOf({ name: 'b' }),
        ],
      }),
      { kind: 'applyChild', name: 'b' },
    ],
  ])('%s', (_, children, expected) => {
    expect({ action: decide(children) }).toMatchObject({ action: expected });
  });

  it.each(['Pending', 'Running', 'Suspended', 'Failed'] as const)(
    'prunes nothing while the run is %s',
    state => {
      const children = childrenOf({ present: [childOf()] });
      expect(
        decide(children, { configureRun: runOf({ state }) }),
      ).toBeUndefined();
    },
  );

  it('waits with the next pipeline until children are ordered', () => {
    const children = childrenOf({ wanted: [wantedOf()] });
    const configureRun = runOf({
      state: 'Running',
      pipelineIndex: 1,
      pipelineCount: 2,
    });
    expect(plan({ configureRun, children })).toBe('applyChild');
    expect(plan({ configureRun })).toBe('runPipeline');
  });

  it('does nothing for a paused request', () => {
    const children = childrenOf({ wanted: [wantedOf()] });
    expect(
      plan({ request: { paused: true }, configureRun: runOf(), children }),
    ).toBe('rest');
  });

  it('deletes children when files go, and keeps the tombstone for the last', () => {
    const request = { deleteRequestedAt: '2026-11-24T10:00:00.000Z' };
    const configureRun = runOf();
    const step = (present: ReturnType<typeof childOf>[]) =>
      plan({ request, configureRun, children: childrenOf({ present }) });
    expect(step([childOf()])).toBe('deleteChild');
    expect(step([childOf({ deleting: true })])).toBe('rest');
    expect(step([])).toBe('tombstone');
  });

  const name = fc.constantFrom('a', 'b', 'c', 'd', 'e');
  const names = fc.uniqueArray(name);

  it('comes to the wanted children from any, one action at a time, and then rests', () => {
    fc.assert(
      fc.property(names, names, names, (wanted, present, written) => {
        let children = present.map(one => childOf({ uid: one, name: one }));
        const state = () =>
          childrenOf({
            wanted: wanted.map(one => wantedOf({ name: one })),
            present: children,
            alsoWritten: written.map(one => childOf({ name: one })),
          });
        for (let steps = 0; ; steps += 1) {
          expect(steps).toBeLessThanOrEqual(5);
          const action = decide(state());
          if (!action) break;
          children =
            action.kind === 'deleteChild'
              ? children.filter(({ uid }) => uid !== action.uid)
              : [...children, childOf({ uid: action.name, name: action.name })];
        }
        const kept = present.filter(one => written.includes(one));
        expect(children.map(one => one.name).sort()).toEqual(
          [...new Set([...wanted, ...kept])].sort(),
        );
      }),
    );
  });
});
