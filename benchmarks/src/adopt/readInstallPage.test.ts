import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { test } from 'node:test';
import { readInstallPage } from './readInstallPage.ts';

const PAGE = `# Install

\`\`\`sh
never run
\`\`\`

## 1. Add

\`\`\`sh
yarn add one

yarn add two
\`\`\`

\`\`\`ts title="packages/backend/src/index.ts"
backend.add(one);
\`\`\`

\`\`\`yaml
only: shown
\`\`\`

## Other apps

\`\`\`sh
never run
\`\`\`
`;

test('the steps are the numbered sections, with what is run and what is edited', () => {
  assert.deepEqual(readInstallPage(PAGE), [
    {
      title: '1. Add',
      commands: ['yarn add one', 'yarn add two'],
      edits: [
        { file: 'packages/backend/src/index.ts', text: 'backend.add(one);\n' },
      ],
    },
  ]);
});

test('the install page has at most three steps, and configures `promises:` alone', async () => {
  const page = resolve(import.meta.dirname, '../../../docs/how-to/install.md');
  const steps = readInstallPage(await readFile(page, 'utf8'));
  assert.ok(steps.length > 0 && steps.length <= 3);
  const configuration = steps
    .flatMap(({ edits }) => edits)
    .filter(({ file }) => file === 'app-config.yaml');
  assert.equal(configuration.length, 1);
  assert.deepEqual(configuration[0].text.match(/^\S+(?=:)/gm), ['promises']);
});
