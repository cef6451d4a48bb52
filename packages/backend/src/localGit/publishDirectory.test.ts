import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { parseRepoUrl } from './parseRepoUrl';
import { publishDirectory } from './publishDirectory';

const run = promisify(execFile);

describe('publishDirectory', () => {
  let directory: string;
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'promissory-test-'));
    await mkdir(join(directory, 'source', 'src'), { recursive: true });
    await writeFile(join(directory, 'source', '.gitignore'), 'ignored\n');
    await writeFile(join(directory, 'source', 'ignored'), '');
    await writeFile(join(directory, 'source', 'src', 'main.js'), '1;\n');
  });
  afterEach(() => rm(directory, { recursive: true, force: true }));

  const publish = (key: string) =>
    publishDirectory({
      source: join(directory, 'source'),
      repository: join(directory, 'repositories', 'example', 'orders.git'),
      branch: 'main',
      message: 'From a template',
      author: { name: 'Alice', email: 'alice@example.com' },
      key,
    });

  it('makes a repository that can be cloned', async () => {
    const commit = await publish('task:publish');
    const clone = join(directory, 'clone');
    const repository = join(directory, 'repositories/example/orders.git');
    await run('git', ['clone', '--quiet', repository, clone]);
    const { stdout } = await run('git', [
      '-C',
      clone,
      'log',
      '--format=%H %an <%ae> %s',
    ]);
    expect(stdout).toBe(
      `${commit} Alice <alice@example.com> From a template\n`,
    );
    expect(await readdir(clone)).toEqual(['.git', '.gitignore', 'src']);
  });

  it('is done once by one step, however often it runs', async () => {
    expect(await publish('task:publish')).toBe(await publish('task:publish'));
  });

  it('refuses a name that something else has, and leaves no half repository', async () => {
    await publish('task:publish');
    await expect(publish('other:publish')).rejects.toThrow(
      /orders.git exists already; choose another name/,
    );
    expect(await readdir(join(directory, 'repositories/example'))).toEqual([
      'orders.git',
    ]);
  });
});

describe('parseRepoUrl', () => {
  it('reads what the actions of Git hosts take', () => {
    expect(parseRepoUrl('github.com?owner=example&repo=orders')).toEqual({
      host: 'github.com',
      owner: 'example',
      repo: 'orders',
    });
  });

  it.each([
    'github.com',
    'github.com?owner=example',
    '?owner=example&repo=orders',
    '../..?owner=example&repo=orders',
    'github.com?owner=..&repo=orders',
    'github.com?owner=example&repo=../../orders',
    'github.com?owner=example&repo=.git',
    'github.com?owner=a/b&repo=orders',
  ])('refuses %s', repoUrl => {
    expect(() => parseRepoUrl(repoUrl)).toThrow(/^repoUrl: .*write it like/);
  });
});
