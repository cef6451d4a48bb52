import { DatabaseSync } from 'node:sqlite';
import { parseAllDocuments } from 'yaml';
import type { FileTree } from './GitRemote.ts';

/** Live requests that belong to another one, by SQL. */
export function countChildren(file: string): number {
  const database = new DatabaseSync(file, { readOnly: true, timeout: 10_000 });
  try {
    return Number(
      database
        .prepare(
          'SELECT count(*) AS n FROM requests WHERE parent_uid IS NOT NULL AND deleted_at IS NULL',
        )
        .get()?.n,
    );
  } finally {
    database.close();
  }
}

/** Documents of a tree that are requests of the kinds, in the folders of Destinations that fulfil requests. */
export function countChildDocuments(
  tree: FileTree,
  options: {
    readonly kinds: ReadonlySet<string>;
    readonly folders: readonly string[];
  },
): number {
  return [...tree]
    .filter(
      ([path]) =>
        /\.(ya?ml|json)$/.test(path) &&
        options.folders.some(folder => path.startsWith(`${folder}/resources/`)),
    )
    .flatMap(([, content]) => parseAllDocuments(content.toString('utf8')))
    .map(document => document.toJS() as { kind?: unknown } | null)
    .filter(
      value => typeof value?.kind === 'string' && options.kinds.has(value.kind),
    ).length;
}

/** Makes one child nobody's: what its parent no longer knows, it can neither follow nor delete. */
export function orphanChild(file: string): void {
  const database = new DatabaseSync(file, { timeout: 10_000 });
  try {
    database
      .prepare(
        `UPDATE requests SET parent_uid = NULL WHERE uid = (
           SELECT uid FROM requests WHERE parent_uid IS NOT NULL AND deleted_at IS NULL LIMIT 1)`,
      )
      .run();
  } finally {
    database.close();
  }
}
