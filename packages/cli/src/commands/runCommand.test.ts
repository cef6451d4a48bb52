import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { faultNames } from '../agreement/faults';
import { lintFaultNames } from '../lint/faults';
import { runCommand } from './runCommand';

const ANSWERS = resolve(__dirname, '../__fixtures__/answers');
const EXAMPLES = resolve(__dirname, '../../../../examples/promises');

let directory: string;

async function run(...args: string[]) {
  const printed: string[] = [];
  const complaints: string[] = [];
  const status = await runCommand({
    args,
    directory,
    print: text => printed.push(text),
    complain: text => complaints.push(text),
  });
  return { status, output: printed.join('\n'), complaints: complaints.join() };
}

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'promissory-cli-'));
});
afterEach(() => rm(directory, { recursive: true, force: true }));

describe('promissory agree', () => {
  it('agrees with the recorded answers of an API server', async () => {
    const { status, output } = await run('agree', ANSWERS, '--json');
    const { schemas, cases, agree, disagree } = JSON.parse(output);
    expect(disagree).toEqual([]);
    expect({ schemas, cases, agree }).toEqual({
      schemas: 263,
      cases: 1404,
      agree: 1404,
    });
    expect(status).toBe(0);
  });

  it.each(faultNames)('notices the fault %s', async fault => {
    const { status, output } = await run(
      'agree',
      ANSWERS,
      '--json',
      `--break=${fault}`,
    );
    expect(status).toBe(1);
    expect(JSON.parse(output).disagree.length).toBeGreaterThan(14);
  });

  it('fails where there is nothing to compare', async () => {
    await writeFile(join(directory, 'empty.json'), '[]');
    const { status, complaints } = await run('agree', '.', '--json');
    expect(status).toBe(1);
    expect(complaints).toContain('nothing was compared');
  });

  it('prefers the text of an object, which numbers survive', async () => {
    const schema = {
      type: 'object',
      properties: {
        spec: { type: 'object', properties: { n: { type: 'integer' } } },
      },
    };
    const text = '{"spec":{"n":9007199254740993}}';
    await writeFile(
      join(directory, 'a.json'),
      JSON.stringify([
        {
          id: 'big',
          schema,
          crdAccepted: true,
          cases: [
            {
              id: 'text',
              name: 'text',
              object: { spec: { n: 'ignored' } },
              objectText: text,
              accepted: true,
              storedText: text,
            },
          ],
        },
      ]),
    );
    const { status, output } = await run('agree', directory, '--json');
    expect(JSON.parse(output)).toEqual({
      schemas: 1,
      cases: 2,
      agree: 2,
      agreeVerdict: 2,
      agreeStored: 2,
      agreeCauses: 2,
      disagree: [],
    });
    expect(status).toBe(0);
  });

  it('says which file is not of the format', async () => {
    await writeFile(join(directory, 'odd.json'), '[{"id": 1}]');
    const { status, complaints } = await run('agree', directory);
    expect(status).toBe(1);
    expect(complaints).toContain('odd.json');
  });
});

describe('promissory lint', () => {
  it('finds nothing to refuse in the examples', async () => {
    const { status, output } = await run('lint', EXAMPLES, '--json');
    const summary = JSON.parse(output);
    expect(summary).toMatchObject({ failed: 0, fieldsLost: 0 });
    expect(summary.files).toBeGreaterThan(0);
    expect(summary.fieldsTotal).toBeGreaterThan(0);
    expect(status).toBe(0);
  });

  it.each(lintFaultNames)('notices the fault %s', async fault => {
    expect((await run('lint', EXAMPLES, `--break=${fault}`)).status).toBe(1);
  });

  it('fails where there is nothing to lint', async () => {
    expect((await run('lint', directory)).status).toBe(1);
    await writeFile(join(directory, 'a.yaml'), 'kind: ConfigMap\n');
    expect((await run('lint', join(directory, 'a.yaml'))).status).toBe(1);
  });

  it('fails on a file that cannot be read', async () => {
    await writeFile(join(directory, 'a.yaml'), 'kind: [\n');
    const { status, output } = await run('lint', directory);
    expect(status).toBe(1);
    expect(output).toContain('not YAML');
  });
});

describe('promissory', () => {
  it.each([
    [[]],
    [['nope']],
    [['agree']],
    [['agree', '/nowhere/at/all']],
    [['agree', '.', '--break=nope']],
    [['agree', '.', '--nope']],
    [['lint']],
    [['lint', '/nowhere/at/all']],
  ])('explains itself for %j', async args => {
    const { status, complaints } = await run(...args);
    expect(status).toBe(2);
    expect(complaints).toContain('promissory');
  });
});
