import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type FileTree, readTree } from './GitRemote.ts';
import { type Order, readOrders } from './readOrders.ts';

/** What is asked for at once, and what a clone has to hold when it is delivered. */
export interface Phase {
  readonly name: string;
  readonly orders: readonly Order[];
  readonly expected: FileTree;
}

/**
 * Phases below an examples folder: the orders in `requests` with the tree `expected/ordered`, then one phase for each
 * folder in `requests`, in alphabetical order: what it changes, and the tree `expected/<folder>`.
 */
export async function readPhases(examples: string): Promise<readonly Phase[]> {
  const requests = join(examples, 'requests');
  const folders = (await readdir(requests, { withFileTypes: true }))
    .filter(entry => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
  const phase = async (name: string, folder: string): Promise<Phase> => ({
    name,
    orders: await readOrders(folder),
    expected: await readTree(join(examples, 'expected', name)),
  });
  return [
    await phase('ordered', requests),
    ...(await Promise.all(
      folders.map(name => phase(name, join(requests, name))),
    )),
  ];
}
