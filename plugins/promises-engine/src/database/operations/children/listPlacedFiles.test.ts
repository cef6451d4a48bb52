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
      { ...changed, fulfils: false },
    ]);
  });

  it('lists once what is where it is wanted', () => {
    expect(list({ desired: [changed] })).toEqual([
      { ...changed, destination: destination.name, fulfils: true },
    ]);
  });

  it('holds what is about to leave a Destination as long as it is made', () => {
    expect(list({ removing: true })).toEqual([{ ...changed, fulfils: false }]);
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
});
