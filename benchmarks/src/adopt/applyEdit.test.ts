import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyEdit } from './applyEdit.ts';

test('a file that is not there is the block', () => {
  assert.equal(applyEdit('platform/x.yaml', undefined, 'a: 1\n'), 'a: 1\n');
});

test('configuration grows by keys and by items, and keeps its comments', () => {
  assert.equal(
    applyEdit(
      'app-config.yaml',
      '# here\ncatalog:\n  rules:\n    - one\nother: 1\n',
      'catalog:\n  rules:\n    - two\n  more: true\npromises: {}\n',
    ),
    '# here\ncatalog:\n  rules:\n    - one\n    - two\n  more: true\nother: 1\npromises: {}\n',
  );
});

test('backend lines stand before the start', () => {
  assert.equal(
    applyEdit('packages/backend/src/index.ts', 'a;\nbackend.start();\n', 'b;'),
    'a;\nb;\nbackend.start();\n',
  );
});

for (const [name, file, before, message] of [
  ['another file', 'README.md', '', /nobody can apply/],
  ['a backend that is not started', 'src/index.ts', 'a;', /has no backend/],
  ['configuration that is a list', 'app-config.yaml', '- a', /no map/],
] as const) {
  test(`refuses ${name}`, () => {
    assert.throws(() => applyEdit(file, before, 'x: 1'), message);
  });
}
