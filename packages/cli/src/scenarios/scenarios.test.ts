import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { runCommand } from '../commands/runCommand';

jest.setTimeout(60_000);

const EXAMPLES = resolve(__dirname, '../../../../examples');

describe('promissory test', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'promissory-scenarios-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  async function test(directory: string, ...args: string[]) {
    const printed: string[] = [];
    const complaints: string[] = [];
    const status = await runCommand({
      args: ['test', ...args],
      directory,
      print: text => printed.push(text),
      complain: text => complaints.push(text),
    });
    return { status, printed: printed.join('\n'), complaints };
  }

  /** A scenario with paths that hold from anywhere. */
  async function copyScenario(name: string): Promise<void> {
    await cp(join(EXAMPLES, 'scenarios', name), folder, { recursive: true });
    const file = join(folder, 'scenario.yaml');
    const text = await readFile(file, 'utf8');
    await writeFile(file, text.replaceAll('../..', EXAMPLES));
  }

  it('finds that the example scenarios are as expected', async () => {
    const { status, printed, complaints } = await test(EXAMPLES, 'scenarios');
    expect(complaints).toEqual([]);
    expect(printed).toMatch(/^ok {3}scenarios\/namespace: \d+ files$/m);
    expect(printed).toMatch(/^ok {3}scenarios\/too-small: 1 file$/m);
    expect(status).toBe(0);
  });

  it('shows what differs, and accepts it when it is told to', async () => {
    await copyScenario('namespace');
    const expected = join(folder, 'expected');
    const { status: asExpected } = await test(folder, '.');
    expect(asExpected).toBe(0);

    await rm(join(expected, 'status'), { recursive: true });
    const quota = join(
      expected,
      'stores/default/clusters/dev/resources/default/namespace/shop/configure/5058f/quota.yaml',
    );
    const text = await readFile(quota, 'utf8');
    await writeFile(quota, text.replace(/pods: .*/, 'pods: "1"'));
    await writeFile(join(expected, 'stores/default/gone.yaml'), 'a: 1\n');

    const { status, printed, complaints } = await test(folder, '.');
    expect(status).toBe(1);
    expect(printed).toContain('missing: stores/default/gone.yaml');
    expect(printed).toContain('unexpected: status/namespace/default/shop.yaml');
    expect(printed).toContain('-    pods: "1"');
    expect(complaints.join('\n')).toContain('--update accepts');

    expect((await test(folder, '.', '--update')).status).toBe(0);
    expect(await readFile(quota, 'utf8')).toBe(text);
    expect((await test(folder, '.')).status).toBe(0);
  });

  it('has refusals among what is expected', async () => {
    await copyScenario('too-small');
    await rm(join(folder, 'expected'), { recursive: true });
    expect((await test(folder, '.', '--update')).status).toBe(0);
    const problems = await readFile(
      join(folder, 'expected/problems.txt'),
      'utf8',
    );
    expect(problems).toMatch(/^request\.yaml: Namespace shop: .*quota.*cpu/m);
  });

  it.each([
    ['no scenario', undefined, 'No folder there has a scenario.yaml'],
    ['no Promise', 'requests: [a.yaml]', 'promises: names no file'],
    ['a field that is none', 'promises: [a]\nrequest: [a]', 'request'],
    ['no YAML', 'promises: [', 'scenario.yaml: '],
    ['a file that is none', 'promises: [a]\nrequests: [b]', 'no such file'],
  ])('refuses a folder with %s', async (_, text, reason) => {
    if (text) await writeFile(join(folder, 'scenario.yaml'), text);
    const { status, complaints } = await test(folder, '.');
    expect(status).toBe(2);
    expect(complaints.join('\n')).toContain(reason);
  });
});
