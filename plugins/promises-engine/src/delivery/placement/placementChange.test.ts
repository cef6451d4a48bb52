import type { PlacementRow } from '../../database/rows/rows';
import { placementChange } from './placementChange';

const folder = 'dev/resources/default/redis/a/configure/5058f';
const change = (options: {
  readonly files: readonly string[];
  readonly path?: string;
  readonly root?: string;
  readonly contents?: ReadonlyMap<string, Uint8Array>;
  readonly removing?: boolean;
}) =>
  placementChange({
    placement: {
      row: {
        id: 'p',
        destination: 'dev',
        path: options.path ?? folder,
        request_uid: 'uid',
        removing: options.removing ?? false,
      } as PlacementRow,
      desired: options.files.map(filepath => ({ filepath, sha256: 'x' })),
    },
    root: options.root ?? 'dev',
    contents: options.contents ?? new Map([['x', Buffer.from('x')]]),
  });

describe('placementChange', () => {
  it('replaces the whole folder', () => {
    expect(change({ files: ['a.yaml', 'd/b.yaml'] })).toEqual({
      removals: [folder],
      writes: [
        { path: `${folder}/a.yaml`, content: Buffer.from('x') },
        { path: `${folder}/d/b.yaml`, content: Buffer.from('x') },
      ],
    });
  });

  it('removes the folder where there is nothing to write', () => {
    expect(change({ files: [] })).toEqual({ removals: [folder], writes: [] });
  });

  it.each(['resources/ns/p', 'dependencies/redis/5058f'])(
    'takes a folder below the root of the store: %s',
    path => {
      expect(change({ files: [], path, root: '' })).toMatchObject({
        removals: [path],
      });
    },
  );

  it.each([
    ['../x', 'must not leave'],
    ['.git/config', 'belongs to Git'],
    ['x\0', 'control character'],
  ])('refuses the file %j', (file, problem) => {
    expect(change({ files: ['good', file] })).toMatchObject({
      id: 'p',
      reason: 'PathRefused',
      message: expect.stringContaining(problem),
    });
  });

  it.each([
    ['', 'is empty'],
    ['dev', 'is not a placement’s folder'],
    ['dev/resources', 'is not a placement’s folder'],
    ['dev/resources/default', 'is not a placement’s folder'],
    ['dev/other/a/b/c', 'is not a placement’s folder'],
    ['devil/resources/a/b', 'is not a placement’s folder'],
    ['dev/../resources/a/b', 'must not leave'],
  ])('refuses the folder %j', (path, problem) => {
    expect(change({ files: [], path })).toMatchObject({
      reason: 'PathRefused',
      message: expect.stringContaining(problem.replace('’', "'")),
    });
  });

  it('removes from where its Destination was before, and writes nothing there', () => {
    expect(change({ files: [], root: 'moved', removing: true })).toEqual({
      removals: [folder],
      writes: [],
    });
    expect(change({ files: [], root: 'moved' })).toMatchObject({
      reason: 'PathRefused',
    });
  });

  it.each(['dev', 'dev/resources/default', 'dev/other/a/b/c/d/e'])(
    'removes no folder that is not one of a placement: %s',
    path => {
      expect(
        change({ files: [], path, root: 'moved', removing: true }),
      ).toMatchObject({ reason: 'PathRefused' });
    },
  );

  it('refuses a file that is a folder too', () => {
    expect(change({ files: ['a/b/c', 'a'] })).toMatchObject({
      reason: 'PathRefused',
      message: expect.stringContaining('is a file and also the folder'),
    });
  });

  it('says which content is missing', () => {
    expect(change({ files: ['a'], contents: new Map() })).toMatchObject({
      reason: 'WorkloadMissing',
      message: expect.stringContaining('"a"'),
    });
  });
});
