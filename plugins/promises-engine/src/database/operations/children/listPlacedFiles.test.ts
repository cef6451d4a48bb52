import { placementOf, workOf } from '../../../__testUtils__/snapshotOf';
import type { DestinationFacts } from '../../../scheduling/types';
import { listPlacedFiles } from './listPlacedFiles';

const file = { filepath: 'a.yaml', sha256: 'one' };
const changed = { filepath: 'a.yaml', sha256: 'two' };
const [group] = workOf().groups;
const work = workOf({ groups: [{ ...group, workloads: [changed] }] });
const destination: DestinationFacts = {
  name: placementOf().destination,
  labels: {},
  strictMatchLabels: false,
  mode: 'nestedByMetadata',
  path: 'dev',
  stateStoreKind: 'GitStateStore',
  stateStoreName: 'git',
  stateStorePath: '',
  state: 'Ready',
  fulfilsRequests: true,
};

const list = (
  placement: Parameters<typeof placementOf>[0],
  more: { readonly state?: string; readonly fulfilsRequests?: boolean } = {},
) =>
  listPlacedFiles({
    works: [work],
    placements: [placementOf({ desired: [file], ...placement })],
    destinations: [{ ...destination, ...more }],
  });

describe('listPlacedFiles', () => {
  it('lists what is placed and what is on its way to its place', () => {
    expect(list({})).toEqual([
      { ...file, destination: destination.name, fulfils: true },
      { ...changed, fulfils: false, isAwaited: true },
    ]);
  });

  it('lists once what is where it is wanted', () => {
    expect(list({ desired: [changed] })).toEqual([
      { ...changed, destination: destination.name, fulfils: true },
    ]);
  });

  it('holds what is about to leave a Destination as long as it is made', () => {
    expect(list({ removing: true })).toEqual([
      { ...changed, fulfils: false, isAwaited: true },
    ]);
  });

  it.each([
    ['Ready', true],
    ['NotReady', true],
    ['Disconnected', true],
    ['Invalid', true],
    ['Untrusted', false],
  ])('of a Destination that is %s: %p', (state, fulfils) => {
    expect(list({}, { state })[0]).toMatchObject({ fulfils });
    expect(list({}, { state, fulfilsRequests: false })[0]).toMatchObject({
      fulfils: false,
    });
  });

  it.each<[string, readonly DestinationFacts[], boolean]>([
    ['no Destination matches', [], true],
    ['it goes to one that fulfils', [destination], true],
    ['it goes elsewhere', [{ ...destination, fulfilsRequests: false }], false],
    [
      'it could go to one that is gone',
      [{ ...destination, state: 'Removing' }],
      true,
    ],
  ])('awaits what has no place where %s: %p', (_, destinations, isAwaited) => {
    const [found] = listPlacedFiles({
      works: [work],
      placements: [],
      destinations,
    });
    expect(found).toEqual({
      ...changed,
      fulfils: false,
      ...(isAwaited ? { isAwaited } : {}),
    });
  });

  it('awaits nothing of a group that stays on a Destination that makes no requests', () => {
    expect(list({}, { fulfilsRequests: false })[1]).toEqual({
      ...changed,
      fulfils: false,
    });
  });
});
