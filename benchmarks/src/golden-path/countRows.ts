import { DatabaseSync } from 'node:sqlite';

/**
 * Tables that keep who asked for what after a request is gone: the request's tombstone, its generations and the log of
 * events. Everything else has to be as it was before the order.
 */
const AUDIT_TABLES = ['requests', 'request_generations', 'events'];

/** Rows of each table of the promises plugin's SQLite file, audit and migration tables aside. */
export function countRows(file: string): ReadonlyMap<string, number> {
  const database = new DatabaseSync(file, { readOnly: true, timeout: 10_000 });
  try {
    const tables = database
      .prepare(
        `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`,
      )
      .all()
      .map(row => String(row.name))
      .filter(
        name =>
          !AUDIT_TABLES.includes(name) && !name.includes('knex_migrations'),
      );
    if (tables.length === 0) {
      throw new Error(`${file} has no tables of the promises plugin`);
    }
    return new Map(
      tables.map(name => [
        name,
        Number(
          database.prepare(`SELECT count(*) AS n FROM "${name}"`).get()?.n,
        ),
      ]),
    );
  } finally {
    database.close();
  }
}

/** Tables that have another number of rows than before, with the difference. */
export function compareRows(
  before: ReadonlyMap<string, number>,
  after: ReadonlyMap<string, number>,
): ReadonlyMap<string, number> {
  return new Map(
    [...after]
      .map(([table, rows]) => [table, rows - (before.get(table) ?? 0)] as const)
      .filter(([, more]) => more !== 0),
  );
}
