import fc from 'fast-check';
import { md5Hex } from '../hash/md5Hex';
import type { GroupSelector, WorkloadGroup } from '../workflow/types';
import { hashDesired } from './hashDesired';
import { objectName } from './objectName';
import { pickDestination } from './pickDestination';
import { placementPath } from './placementPath';
import { resolveSelectors } from './resolveSelectors';
import { schedule } from './schedule';
import type { DestinationFacts, PlacementFacts, WorkFacts } from './types';
import { workName } from './workName';

const destination = (
  name: string,
  labels: Record<string, string>,
  other: Partial<DestinationFacts> = {},
): DestinationFacts => ({
  name,
  labels,
  strictMatchLabels: false,
  mode: 'nestedByMetadata',
  path: name,
  stateStoreKind: 'GitStateStore',
  stateStoreName: 'default',
  stateStorePath: '',
  state: 'Ready',
  ...other,
});

const DESTINATIONS = [
  destination('dev-1', { environment: 'dev' }),
  destination('dev-2', { environment: 'dev' }),
  destination('pci', { pci: 'true' }),
  destination('prod', { environment: 'prod' }),
  destination('strict', { strict: 'true' }, { strictMatchLabels: true }),
];

const group = (
  directory: string,
  ...selectors: GroupSelector[]
): WorkloadGroup => ({
  id: md5Hex(directory),
  directory,
  selectors,
  workloads: [{ filepath: 'a.yaml', sha256: 'x' }],
});

const fromPromise = (matchLabels: Record<string, string>): GroupSelector => ({
  matchLabels,
  source: 'promise',
});

const work = (
  type: WorkFacts['type'],
  ...groups: WorkloadGroup[]
): WorkFacts => ({
  id: 'work',
  name: 'rr-work-name',
  type,
  pipeline: type === 'static-dependency' ? '' : 'configure',
  generation: 1,
  groups,
});

const placement = (
  on: string,
  directory: string,
  other: Partial<PlacementFacts> = {},
): PlacementFacts => ({
  id: `${on}/${directory}`,
  name: 'placed',
  workId: 'work',
  groupId: md5Hex(directory),
  destination: on,
  stateStoreKind: 'GitStateStore',
  stateStoreName: 'default',
  path: `${on}/resources/default/redis/example/configure/${md5Hex(
    directory,
  ).slice(0, 5)}`,
  desired: [],
  desiredHash: hashDesired(group(directory).workloads),
  misplaced: false,
  removing: false,
  generation: 1,
  state: 'Written',
  ...other,
});

const owner = {
  promiseName: 'redis',
  request: { namespace: 'default', name: 'example' },
};

const scheduled = (
  works: readonly WorkFacts[],
  placements: readonly PlacementFacts[] = [],
  destinations = DESTINATIONS,
) => schedule({ owner, works, placements, destinations });

describe('schedule', () => {
  it('lets the Promise win over its workflow, that over the request, key by key', () => {
    expect(
      resolveSelectors([
        {
          matchLabels: { environment: 'dev', tier: 'gold' },
          source: 'promise-workflow',
        },
        fromPromise({ environment: 'prod' }),
        {
          matchLabels: { environment: 'staging', region: 'eu', tier: 'x' },
          source: 'resource-workflow',
        },
      ]),
    ).toEqual({ environment: 'prod', region: 'eu', tier: 'gold' });
  });

  it('places a group of a request on one Destination, always the same', () => {
    const one = work(
      'resource',
      group('.', fromPromise({ environment: 'dev' })),
    );
    const first = scheduled([one]).place;
    expect(first).toHaveLength(1);
    expect(first[0].name).toMatch(/^rr-work-name\.dev-[12]-5058f$/);
    expect(scheduled([one]).place).toEqual(first);
  });

  it('places each group by its own selectors', () => {
    const { place } = scheduled([
      work(
        'resource',
        group('.', fromPromise({ environment: 'prod' })),
        group('foo', fromPromise({ pci: 'true' })),
      ),
    ]);
    expect(place.map(({ name }) => name)).toEqual([
      'rr-work-name.prod-5058f',
      'rr-work-name.pci-acbd1',
    ]);
  });

  it('places dependencies everywhere but on strict Destinations where nothing is selected', () => {
    const { place } = scheduled([work('static-dependency', group('.'))]);
    expect(place.map(item => item.destination)).toEqual([
      'dev-1',
      'dev-2',
      'pci',
      'prod',
    ]);
  });

  it('adds a new Destination to a dependency and keeps the others', () => {
    const selector = fromPromise({ environment: 'dev' });
    const { place, remove } = scheduled(
      [work('promise', group('.', selector))],
      [placement('dev-1', '.'), placement('prod', '.')],
    );
    expect(
      place.map(item => [item.destination, item.misplaced, item.id]),
    ).toEqual([
      ['prod', true, 'prod/.'],
      ['dev-2', false, undefined],
    ]);
    expect(remove).toEqual([]);
  });

  it('keeps a misplaced request where it is, and up to date', () => {
    const { place } = scheduled(
      [work('resource', group('.', fromPromise({ environment: 'prod' })))],
      [placement('dev-1', '.', { desiredHash: 'old' })],
    );
    expect(place).toEqual([
      expect.objectContaining({ destination: 'dev-1', misplaced: true }),
    ]);
  });

  it('removes what no group wants, and says nothing of what is in place', () => {
    const { place, remove, unscheduled } = scheduled(
      [work('resource', group('.', fromPromise({ pci: 'true' })))],
      [placement('pci', '.'), placement('pci', 'gone')],
    );
    expect({ place, remove, unscheduled }).toEqual({
      place: [],
      remove: ['pci/gone'],
      unscheduled: [],
    });
  });

  it('takes back a removal that is wanted again', () => {
    const { place } = scheduled(
      [work('resource', group('.', fromPromise({ pci: 'true' })))],
      [placement('pci', '.', { removing: true, state: 'Removing' })],
    );
    expect(place).toEqual([expect.objectContaining({ id: 'pci/.' })]);
  });

  it.each<[string, DestinationFacts[], string[]]>([
    ['nothing matches', [destination('a', {})], []],
    [
      'it is disconnected',
      [destination('a', { x: 'y' }, { state: 'Disconnected' })],
      ['a is Disconnected'],
    ],
    [
      'its layout cannot be written',
      [destination('a', { x: 'y' }, { mode: 'none' })],
      ['a uses filepath mode none, and only nestedByMetadata can be written'],
    ],
    [
      'it is for dry runs',
      [destination('a', { x: 'y', 'kratix.io/dry-run': 'true' })],
      [],
    ],
  ])('leaves a group unscheduled where %s', (_, destinations, unusable) => {
    expect(
      scheduled(
        [work('resource', group('.', fromPromise({ x: 'y' })))],
        [],
        destinations,
      ),
    ).toMatchObject({
      place: [],
      unscheduled: [{ directory: '.', labels: { x: 'y' }, unusable }],
    });
  });

  it('spreads many Works evenly', () => {
    const counts: Record<string, number> = {};
    for (let index = 0; index < 1000; index += 1) {
      const { name } = pickDestination(`work-${index}`, DESTINATIONS)!;
      counts[name] = (counts[name] ?? 0) + 1;
    }
    for (const count of Object.values(counts)) {
      expect(count).toBeGreaterThan(150);
    }
  });

  it.each<[string, Partial<DestinationFacts>]>([
    ['path', { path: 'other' }],
    ['state store', { stateStoreName: 'second' }],
    ['path of its store', { stateStorePath: 'below' }],
  ])('writes to the new %s first, then removes from the former', (_, moved) => {
    const one = work('resource', group('.', fromPromise({ pci: 'true' })));
    const there = [destination('pci', { pci: 'true' }, moved)];
    const former = placement('pci', '.', { id: 'former', writtenHash: 'x' });
    const first = scheduled([one], [former], there);
    expect(first.remove).toEqual([]);
    expect(first.place).toMatchObject([
      { destination: 'pci', stateStoreName: moved.stateStoreName ?? 'default' },
    ]);
    const [{ id: none, path, stateStoreName, desiredHash }] = first.place;
    expect([none, path]).toEqual([
      undefined,
      `${moved.stateStorePath ? 'below/' : ''}${
        moved.path ?? 'pci'
      }/resources/default/redis/example/configure/5058f`,
    ]);

    const next = { id: 'next', path, stateStoreName };
    const pending = placement('pci', '.', { ...next, state: 'Pending' });
    expect(scheduled([one], [former, pending], there)).toMatchObject({
      place: [],
      remove: [],
    });
    const written = placement('pci', '.', {
      ...next,
      writtenHash: desiredHash,
    });
    expect(scheduled([one], [former, written], there)).toMatchObject({
      place: [],
      remove: ['former'],
    });
    const removing = { ...former, removing: true, state: 'Removing' };
    expect(scheduled([one], [removing, written], there)).toMatchObject({
      place: [],
      remove: [],
    });
  });

  it.each(['Disconnected', 'Untrusted', 'Invalid'])(
    'moves nothing while the Destination is %s',
    state => {
      const one = work('resource', group('.', fromPromise({ pci: 'true' })));
      const there = [
        destination('pci', { pci: 'true' }, { path: 'other', state }),
      ];
      expect(
        scheduled([one], [placement('pci', '.', { writtenHash: 'x' })], there),
      ).toMatchObject({ place: [], remove: [] });
    },
  );

  it('has nothing to do once what it asked for is done', () => {
    fc.assert(
      fc.property(
        fc.constantFrom<WorkFacts['type']>('resource', 'promise'),
        fc.uniqueArray(fc.constantFrom('.', 'a', 'b', 'c')),
        fc.constantFrom<Record<string, string>>(
          { environment: 'dev' },
          { pci: 'true' },
          {},
          { none: 'such' },
        ),
        (type, directories, labels) => {
          const one = work(
            type,
            ...directories.map(directory =>
              group(directory, fromPromise(labels)),
            ),
          );
          const placements = scheduled([one]).place.map(item =>
            placement(item.destination, item.directory),
          );
          expect(scheduled([one], placements)).toMatchObject({
            place: [],
            remove: [],
          });
        },
      ),
    );
  });
});

describe('paths', () => {
  const at = destination(
    'worker-1',
    {},
    {
      path: '/worker-1/',
      stateStorePath: 'state/',
    },
  );
  it.each([
    [
      { owner, pipeline: 'configure', groupId: md5Hex('.') },
      'state/worker-1/resources/default/redis/example/configure/5058f',
    ],
    [
      {
        owner: { promiseName: 'redis' },
        pipeline: 'setup',
        groupId: md5Hex('baz'),
      },
      'state/worker-1/dependencies/redis/setup/73fef',
    ],
    [
      { owner: { promiseName: 'redis' }, pipeline: '', groupId: md5Hex('.') },
      'state/worker-1/dependencies/redis/5058f',
    ],
  ])('%j', (options, expected) => {
    expect(placementPath({ ...options, destination: at })).toBe(expected);
  });
});

describe('names', () => {
  it.each<[string, string[], string]>([
    ['a-short-name', [], 'a-short-name-ada84'],
    [
      'kratix-promise-1.-@$#%&*()_+{}|:<>?/\\`~[]',
      [],
      'kratix-promise-1-d7adc',
    ],
    ['a-short-name', ['input1', 'input2'], 'a-short-name-fd1ad'],
    ['example-2-redis', [], 'example-2-redis-2b578'],
  ])('%s of %j', (name, inputs, expected) => {
    expect(objectName(name, ...inputs)).toBe(expected);
  });

  it('cuts long names and differs by owner', () => {
    const name = (ownerId: string) =>
      workName({
        promiseName: 'p'.repeat(40),
        requestName: 'r'.repeat(40),
        ownerId,
        pipeline: 'configure',
      });
    expect(name('one')).toMatch(/^p{40}-r{15}-[0-9a-f]{5}$/);
    expect(name('one')).not.toBe(name('two'));
  });
});
