import { cp, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Portal } from '@promissory/scripts/services/startPortal';

/** Where, among a portal's files, the Promises of a test are: each is in the catalog while its file is there. */
const MORE_PROMISES = 'examples/more-promises';

/** What of a portal tells where its files are. */
type Examples = Pick<Portal, 'examples'>;

/** The location of these files. */
export function locationIn(directory: string): string {
  return join(directory, MORE_PROMISES, '*/promise.yaml');
}

/** Names of the Promises in a folder beside this file. */
export function promisesOf(folder: string): Promise<string[]> {
  return readdir(join(import.meta.dirname, folder));
}

/** Puts a Promise from a folder beside this file where the portal finds it. */
export async function registerPromise(
  { examples }: Examples,
  folder: string,
  name: string,
): Promise<void> {
  await cp(
    join(import.meta.dirname, folder, name),
    join(examples, '..', MORE_PROMISES, name),
    { recursive: true },
  );
}

/** Takes its file away, as its author would. */
export async function removePromise(
  { examples }: Examples,
  name: string,
): Promise<void> {
  await rm(join(examples, '..', MORE_PROMISES, name), { recursive: true });
}
