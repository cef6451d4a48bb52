import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runImage } from './runImage';

describe('runImage', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'pipeline-functions-'));
    await Promise.all(
      ['input', 'output', 'metadata'].map(part => mkdir(join(folder, part))),
    );
    await writeFile(
      join(folder, 'input/object.yaml'),
      'metadata:\n  name: shop\nspec: {}\n',
    );
  });
  afterEach(() => rm(folder, { recursive: true }));

  async function run(args: string[], OPTIONS?: string) {
    const printed: string[] = [];
    const code = await runImage({
      arguments: args,
      environment: { OPTIONS },
      folder,
      serviceAccountFolder: folder,
      print: line => printed.push(line),
      printError: line => printed.push(`error: ${line}`),
    });
    return { code, printed };
  }

  it('should write files and metadata as a container of a pipeline does', async () => {
    const options = `
files:
  - path: deep/a.yaml
    content: { name: '\${{ metadata.name }}' }
status: { message: done }
`;
    expect(await run(['render'], options)).toEqual({
      code: 0,
      printed: ['wrote deep/a.yaml (11 bytes)'],
    });
    expect(await readFile(join(folder, 'output/deep/a.yaml'), 'utf8')).toBe(
      'name: shop\n',
    );
    expect(await readFile(join(folder, 'metadata/status.yaml'), 'utf8')).toBe(
      'message: done\n',
    );
  });

  it('should exit with 1 and the message where the input is wrong', async () => {
    expect(await run(['render'], 'files: nothing')).toEqual({
      code: 1,
      printed: [expect.stringContaining('error: OPTIONS: files')],
    });
  });

  it('should say what is missing where a function asks the cluster', async () => {
    const requests = '{ requests: [{ promise: a, name: b }] }';
    expect(await run(['wait-for'], requests)).toEqual({
      code: 1,
      printed: [expect.stringContaining('KUBERNETES_SERVICE_HOST is not set')],
    });
    expect(await run(['wait-for'], 'children: true')).toEqual({
      code: 1,
      printed: [expect.stringContaining('name them under requests')],
    });
    expect(await run(['policy'], 'rules: []')).toEqual({
      code: 0,
      printed: [],
    });
  });

  it('should exit with 2 where there is no such function', async () => {
    expect(await run(['rendre'], '')).toEqual({
      code: 2,
      printed: [
        'error: there is no function "rendre"; known: policy, render, wait-for',
      ],
    });
  });
});
