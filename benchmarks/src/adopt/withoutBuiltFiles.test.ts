import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { withoutBuiltFiles } from './withoutBuiltFiles.ts';

const run = promisify(execFile);

test('one package loses what was built, in a copy', async t => {
  const folder = await mkdtemp(join(tmpdir(), 'promissory-unbuilt-test-'));
  t.after(() => rm(folder, { recursive: true }));
  const tarball = join(folder, 'one.tgz');
  const out = join(folder, 'out');
  await mkdir(join(folder, 'package/dist'), { recursive: true });
  await mkdir(out);
  await writeFile(join(folder, 'package/package.json'), '{}');
  await writeFile(join(folder, 'package/dist/index.js'), '');
  await run('tar', ['-czf', tarball, '-C', folder, 'package']);
  const filesOf = async (file: string) =>
    (await run('tar', ['-tzf', file])).stdout
      .split('\n')
      .filter(line => line && !line.endsWith('/'));
  const one = { name: 'one', version: '1.0.0', directory: 'one', tarball };
  const two = { ...one, name: 'two' };

  const [changed, same] = await withoutBuiltFiles([one, two], 'one', out);
  assert.deepEqual(await filesOf(changed.tarball), ['package/package.json']);
  assert.equal(same, two);
  assert.equal((await filesOf(tarball)).length, 2);
  await assert.rejects(withoutBuiltFiles([one], 'three', out), /no package/);
});
