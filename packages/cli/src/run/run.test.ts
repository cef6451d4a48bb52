import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { runCommand } from '../commands/runCommand';

jest.setTimeout(60_000);

const EXAMPLES = resolve(__dirname, '../../../../examples');
const PLATFORM = [
  '--promise',
  join(EXAMPLES, 'promises'),
  '--destinations',
  join(EXAMPLES, 'destinations'),
  join(EXAMPLES, 'state-stores'),
];

describe('promissory run', () => {
  let out: string;

  beforeEach(async () => {
    out = await mkdtemp(join(tmpdir(), 'promissory-run-test-'));
  });
  afterEach(() => rm(out, { recursive: true, force: true }));

  async function run(...args: string[]) {
    const printed: string[] = [];
    const complaints: string[] = [];
    const status = await runCommand({
      args: ['run', ...args, '--out', out],
      directory: EXAMPLES,
      print: text => printed.push(text),
      complain: text => complaints.push(text),
    });
    return { status, printed, complaints };
  }

  /** Files of requests and dependencies below a folder with what they say. */
  async function read(folder: string): Promise<Record<string, string>> {
    const entries = await readdir(folder, {
      recursive: true,
      withFileTypes: true,
    });
    const files = entries
      .filter(entry => entry.isFile())
      .map(entry => join(entry.parentPath, entry.name))
      .filter(path => !/kratix-canary|promissory-claim/.test(path))
      .sort();
    return Object.fromEntries(
      await Promise.all(
        files.map(async path => [
          path.slice(folder.length + 1),
          await readFile(path, 'utf8'),
        ]),
      ),
    );
  }

  it('delivers what a portal delivers', async () => {
    const { status, printed, complaints } = await run(
      ...PLATFORM,
      '--request',
      'requests/microservice.yaml',
      'requests/namespace.yaml',
      'requests/postgresql.yaml',
    );
    expect(complaints).toEqual([]);
    expect(status).toBe(0);
    expect(printed).toContainEqual(
      expect.stringMatching(/^ {2}postgresql default\/checkout-dev: Delivered/),
    );
    expect(await read(join(out, 'stores/default'))).toEqual(
      await read(join(EXAMPLES, 'expected/ordered')),
    );
    expect(
      await readFile(
        join(out, 'status/production-ready-microservice/default/checkout.yaml'),
        'utf8',
      ),
    ).toContain('type: Reconciled');
    expect(await readdir(join(out, 'logs/namespace/default/shop'))).toEqual([
      '1-configure-configure-render.log',
    ]);
  });

  it('changes and deletes', async () => {
    const request = ['--request', 'requests/namespace.yaml'];
    const changed = await run(
      ...PLATFORM,
      ...request,
      '--update',
      'requests/changed/namespace.yaml',
      '--json',
    );
    expect(changed.complaints).toEqual([]);
    expect(JSON.parse(changed.printed[0])).toMatchObject({
      ok: true,
      requests: [{ promise: 'namespace', name: 'shop', state: 'Delivered' }],
      problems: [],
    });
    const files = await read(join(out, 'stores/default'));
    expect(
      Object.keys(files).some(path => path.includes('/namespace/shop/')),
    ).toBe(true);

    const deleted = await run(...PLATFORM, ...request, '--delete');
    expect(deleted.status).toBe(0);
    expect(
      Object.keys(await read(join(out, 'stores/default'))).filter(path =>
        path.includes('shop'),
      ),
    ).toEqual([]);
  });

  it('makes a Destination for what a Promise asks for, and says what is missing where a pipeline asks for more', async () => {
    const first = await run(
      '--promise',
      'promises/ci-pipeline',
      'promises/company-standards',
      '--request',
      'requests/namespace.yaml',
      '--promise',
      'promises/namespace',
    );
    expect(first.complaints).toEqual([
      expect.stringMatching(
        /^namespace default\/shop is Pending \(UnscheduledWorkloads\): .*environment/,
      ),
    ]);
    expect(first.status).toBe(1);
  });

  it.each<[string, number, RegExp, (file: string) => string[]]>([
    [
      'a spec that is refused',
      1,
      /request\.yaml: Namespace shop: spec\.\w+: /,
      file => ['--promise', 'promises/namespace', '--request', file],
    ],
    [
      'a kind that no Promise offers',
      1,
      /no Promise offers platform\.promissory\.io\/v1alpha1 Namespace; give its file with --promise/,
      file => ['--promise', 'promises/postgresql', '--request', file],
    ],
    [
      'a Promise that is missing',
      2,
      /--promise names no file with a Promise/,
      file => ['--request', file],
    ],
    [
      'nothing to order',
      1,
      /name a file with --request/,
      () => ['--promise', 'promises/namespace'],
    ],
    [
      'a file that is not there',
      2,
      /ENOENT/,
      () => ['--promise', 'promises/nowhere.yaml'],
    ],
    [
      'a flag that does not exist',
      2,
      /Unknown option '--promises'/,
      () => ['--promises', 'x'],
    ],
  ])('refuses %s', async (_, expected, words, argsOf) => {
    const file = join(out, 'request.yaml');
    await writeFile(
      file,
      'apiVersion: platform.promissory.io/v1alpha1\nkind: Namespace\nmetadata:\n  name: shop\nspec:\n  team: Not A Team\n',
    );
    const { status, complaints } = await run(...argsOf(file));
    expect(complaints.join('\n')).toMatch(words);
    expect(status).toBe(expected);
  });
});
