import type { PlacementFacts, Schedule } from '../scheduling/types';
import { compareFiles } from './compareFiles';
import { withSchedule } from './withSchedule';

const placement = (
  id: string,
  files: Record<string, string>,
  more: Partial<PlacementFacts> = {},
): PlacementFacts => ({
  id,
  name: id,
  workId: 'work',
  groupId: 'group',
  destination: 'dev',
  stateStoreKind: 'GitStateStore',
  stateStoreName: 'default',
  path: 'clusters/dev',
  desired: Object.entries(files).map(([filepath, sha256]) => ({
    filepath,
    sha256,
  })),
  desiredHash: 'hash',
  misplaced: false,
  removing: false,
  generation: 1,
  state: 'Written',
  ...more,
});

describe('withSchedule', () => {
  const nothing: Schedule = { place: [], remove: [], unscheduled: [] };
  const { state, removing, ...desired } = placement('one', { a: 'new' });
  const place = [{ ...desired, pipeline: 'p', directory: '.' }];

  it.each<[string, PlacementFacts[], Schedule, PlacementFacts[]]>([
    [
      'leaves what is not scheduled',
      [placement('one', { a: 'old' })],
      nothing,
      [placement('one', { a: 'old' })],
    ],
    [
      'takes the new content',
      [placement('one', { a: 'old' }), placement('two', { b: 'old' })],
      { ...nothing, place },
      [placement('two', { b: 'old' }), placement('one', { a: 'new' })],
    ],
    [
      'adds what is new',
      [],
      { ...nothing, place: [{ ...place[0], id: undefined }] },
      [placement('one', { a: 'new' })],
    ],
    [
      'takes away',
      [placement('one', { a: 'old' })],
      { ...nothing, remove: ['one'] },
      [],
    ],
  ])('%s', (_, before, schedule, after) => {
    expect(withSchedule(before, schedule)).toEqual(after);
  });
});

describe('compareFiles', () => {
  it('tells each file once, by Destination and path, and last what has no place', () => {
    expect(
      compareFiles({
        before: [
          placement('one', { same: '1', changed: '1', removed: '1' }),
          placement('gone', { other: '1' }, { removing: true }),
        ],
        after: [
          placement('one', { same: '1', changed: '2', added: '2' }),
          placement('two', { same: '1' }, { destination: 'prod' }),
        ],
        works: [
          {
            id: 'work',
            name: 'work-name',
            type: 'resource',
            pipeline: 'p',
            generation: 1,
            groups: [
              {
                id: 'group',
                directory: '.',
                selectors: [],
                workloads: [{ filepath: 'nowhere', sha256: '3' }],
              },
            ],
          },
        ],
        unscheduled: [
          {
            workName: 'work-name',
            groupId: 'group',
            directory: '.',
            labels: {},
            unusable: [],
          },
        ],
      }).map(({ destination, path, change }) => [destination, path, change]),
    ).toEqual([
      ['dev', 'clusters/dev/added', 'Added'],
      ['dev', 'clusters/dev/changed', 'Changed'],
      ['dev', 'clusters/dev/removed', 'Removed'],
      ['dev', 'clusters/dev/same', 'Unchanged'],
      ['prod', 'clusters/dev/same', 'Added'],
      ['', 'nowhere', 'Added'],
    ]);
  });
});
