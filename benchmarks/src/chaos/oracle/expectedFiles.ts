import { createHash } from 'node:crypto';
import { NAMESPACE, type FolderSpec, type NoteSpec } from './Order.ts';

/** A request and its spec, as far as its files depend on them. */
export interface Asked {
  readonly promise: 'note' | 'folder';
  readonly name: string;
  readonly spec: NoteSpec | FolderSpec;
}

/** Files of one request by path, its children's included, as the Promises in `catalog/` define them. */
export function expectedFiles({
  promise,
  name,
  spec,
}: Asked): ReadonlyMap<string, string> {
  return promise === 'note'
    ? noteFiles(name, spec as NoteSpec)
    : folderFiles(name, spec as FolderSpec);
}

/** Children that a request has to have, by name. */
export function expectedChildren(asked: Asked): ReadonlyMap<string, NoteSpec> {
  if (asked.promise === 'note') return new Map();
  const { text, notes } = asked.spec as FolderSpec;
  return new Map(
    notes.map(note => [
      `${asked.name}-${note}`,
      { text: `${note} of ${text}` },
    ]),
  );
}

function noteFiles(name: string, { text }: NoteSpec): Map<string, string> {
  const folder = place('cluster', 'note', name, 'write');
  return new Map([
    [`${folder}/note.txt`, `${name} says ${text}\n`],
    [`${folder}/copy/note.txt`, `${text}\n`],
  ]);
}

function folderFiles(name: string, spec: FolderSpec): Map<string, string> {
  const { text, notes } = spec;
  const ordered = place('platform', 'folder', name, 'order', 'requests');
  const children = expectedChildren({ promise: 'folder', name, spec });
  return new Map([
    [
      `${place('cluster', 'folder', name, 'order')}/folder.txt`,
      `${name} is ${text}\n`,
    ],
    [
      `${place('cluster', 'folder', name, 'finish')}/finished.txt`,
      `${text} has ${notes.length}\n`,
    ],
    ...notes.map((note): [string, string] => [
      `${ordered}/requests/${note}.yaml`,
      `apiVersion: chaos.promissory.io/v1alpha1\nkind: Note\nmetadata:\n  name: ${name}-${note}\nspec:\n  text: ${note} of ${text}\n`,
    ]),
    ...[...children].flatMap(([child, childSpec]) => [
      ...noteFiles(child, childSpec),
    ]),
  ]);
}

/** Kratix's path: the last part is the start of the MD5 of the directory in the pipeline's output. */
function place(
  destination: string,
  promise: string,
  name: string,
  pipeline: string,
  directory = '.',
): string {
  const hash = createHash('md5').update(directory).digest('hex').slice(0, 5);
  return `${destination}/resources/${NAMESPACE}/${promise}/${name}/${pipeline}/${hash}`;
}
