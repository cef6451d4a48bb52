import { setTimeout as sleep } from 'node:timers/promises';
import { ConfigReader } from '@backstage/config';
import {
  createMockDirectory,
  mockServices,
} from '@backstage/backend-test-utils';
import { eventually } from '../__testUtils__/eventually';
import { CatalogFileWatcher } from './CatalogFileWatcher';
import { readWatchedPlaces } from './readWatchedPlaces';

describe('readWatchedPlaces', () => {
  const locations = [
    { type: 'file', target: '../../examples/promise.yaml' },
    { type: 'file', target: '/org/teams/*/all.yaml' },
    { type: 'file', target: '/a@b/(c)/x.yaml' },
    { type: 'url', target: 'https://example.com/promise.yaml' },
  ];

  it.each([
    [undefined, []],
    [false, []],
    [
      true,
      [
        { path: '/repo/examples/promise.yaml', isFolder: false },
        { path: '/org/teams', isFolder: true },
        { path: '/a@b/(c)/x.yaml', isFolder: false },
      ],
    ],
    [
      ['more', '/abs'],
      [
        { path: '/repo/packages/backend/more', isFolder: true },
        { path: '/abs', isFolder: true },
      ],
    ],
  ])('with watch: %j', (watch, expected) => {
    const config = new ConfigReader({
      catalog: { locations },
      promises: { catalog: watch === undefined ? {} : { watch } },
    });
    expect(readWatchedPlaces(config, '/repo/packages/backend')).toEqual(
      expected,
    );
  });

  it('refuses anything else', () => {
    const config = new ConfigReader({
      promises: { catalog: { watch: 'yes' } },
    });
    expect(() => readWatchedPlaces(config, '/')).toThrow(
      'promises.catalog.watch must be true, false or a list of folders',
    );
  });
});

describe('CatalogFileWatcher', () => {
  const directory = createMockDirectory();
  const refresh = jest.fn(async (_: { keys: string[] }) => {});
  let watcher: CatalogFileWatcher;

  const key = (file: string) => `file:${directory.resolve(file)}`;

  async function start(places: Array<{ path: string; isFolder: boolean }>) {
    watcher = CatalogFileWatcher.create({
      places: places.map(({ path, isFolder }) => ({
        path: directory.resolve(path),
        isFolder,
      })),
      logger: mockServices.logger.mock(),
    });
    await watcher.connect({
      refresh,
      applyMutation: async () => {},
    });
  }

  beforeEach(() => refresh.mockClear());
  afterEach(() => watcher.close());

  it('asks for a file that changed, once for several writes', async () => {
    directory.setContent({ 'a.yaml': '1', 'b.yaml': '1' });
    await start([
      { path: 'a.yaml', isFolder: false },
      { path: 'b.yaml', isFolder: false },
    ]);
    directory.addContent({ 'a.yaml': '2' });
    directory.addContent({ 'a.yaml': '3' });
    await eventually(() => expect(refresh).toHaveBeenCalled());
    await sleep(200);
    expect(refresh.mock.calls).toEqual([[{ keys: [key('a.yaml')] }]]);
  });

  it('asks for the neighbours of a file that came or went', async () => {
    directory.setContent({ folder: { 'a.yaml': '1', 'notes.txt': '1' } });
    await start([{ path: 'folder', isFolder: true }]);
    directory.addContent({ 'folder/b.yaml': '1', 'folder/more.txt': '1' });
    await eventually(() => {
      expect(refresh.mock.calls.flatMap(([{ keys }]) => keys).sort()).toEqual([
        key('folder/a.yaml'),
        key('folder/b.yaml'),
      ]);
    });
  });

  it('does not ask for what was there at the start', async () => {
    directory.setContent({ folder: { 'a.yaml': '1' } });
    await start([{ path: 'folder', isFolder: true }]);
    await sleep(200);
    expect(refresh).not.toHaveBeenCalled();
  });
});
