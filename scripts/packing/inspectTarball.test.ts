import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inspectTarball } from './inspectTarball.ts';

const manifest = {
  name: '@promissory/plugin-example',
  license: 'Apache-2.0',
  description: 'An example of a package',
  keywords: ['backstage'],
  repository: { url: 'https://example.com', directory: 'plugins/example' },
  backstage: { role: 'backend-plugin' },
  main: 'dist/index.cjs.js',
  types: 'dist/index.d.ts',
  configSchema: 'dist/config.schema.json',
  dependencies: { other: '^1.0.0' },
};
const files = [
  'README.md',
  'LICENSE',
  'CHANGELOG.md',
  'package.json',
  'dist/index.cjs.js',
  'dist/index.d.ts',
  'dist/config.schema.json',
];

test('a good package has no problems', () => {
  assert.deepEqual(inspectTarball(manifest, files), []);
});

const cases: ReadonlyArray<
  readonly [string, object, readonly string[], readonly string[], RegExp]
> = [
  ['no readme', {}, files.filter(file => file !== 'README.md'), [], /README/],
  ['no types', { types: undefined }, files, [], /has no types/],
  ['types that are not in it', { types: 'dist/x.d.ts' }, files, [], /x\.d\.ts/],
  ['sources', {}, [...files, 'src/index.ts'], [], /src\/index\.ts does not/],
  ['tests', {}, [...files, 'dist/a.test.js'], [], /a\.test\.js does not/],
  ['a migration left out', {}, files, ['migrations/1.js'], /migrations/],
  [
    'a workspace range',
    { dependencies: { other: 'workspace:^' } },
    files,
    [],
    /depends on other by workspace/,
  ],
  ['a module for a backend', { main: 'dist/index.mjs' }, files, [], /CommonJS/],
  ['another licence', { license: 'MIT' }, files, [], /license/],
  [
    'a schema that is no JSON',
    { configSchema: 'config.d.ts' },
    [...files, 'config.d.ts'],
    [],
    /not compiled/,
  ],
];
for (const [name, change, content, required, expected] of cases) {
  test(`finds ${name}`, () => {
    const problems = inspectTarball(
      { ...manifest, ...change },
      content,
      required,
    );
    assert.match(problems.join('\n'), expected);
  });
}
