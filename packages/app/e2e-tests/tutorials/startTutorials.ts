import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { expect } from '@playwright/test';
import {
  startPortal,
  type Portal,
} from '@promissory/scripts/services/startPortal';
import { parse } from 'yaml';
import { TutorialReader } from './TutorialReader.ts';

const CLI = resolve(
  import.meta.dirname,
  '../../../../packages/cli/bin/promissory',
);

/** A reader who has a portal, and has followed the first tutorial until it runs. */
export interface Tutorials {
  readonly folder: string;
  readonly firstPromise: TutorialReader;
  readonly portal: Portal;
}

/** Follows "Your first Promise" to the start of the portal; `folder` stands for the clone. */
export async function startTutorials(folder: string): Promise<Tutorials> {
  // yarn tells commands where they were called.
  await writeFile(
    join(folder, 'yarnw'),
    `#!/bin/sh
shift
INIT_CWD=$PWD exec '${process.execPath}' '${CLI}' "$@"
`,
    { mode: 0o755 },
  );
  const firstPromise = await TutorialReader.open('first-promise.md', folder);
  await firstPromise.writeFile();
  await firstPromise.run();
  const added: unknown = parse(firstPromise.excerpt('app-config.yaml'));
  const target = '../../my-promises/*/promise.yaml';
  expect(added).toEqual({ catalog: { locations: [{ type: 'file', target }] } });
  expect(firstPromise.commands()).toBe('./yarnw start\n');
  const data = join(folder, '.data');
  await mkdir(data);
  const portal = await startPortal({
    directory: data,
    files: [resolve(folder, 'packages/backend', target)],
  });
  return { folder, firstPromise, portal };
}
