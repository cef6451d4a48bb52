import type { SqlDatabase, SqlRow } from '../database/SqlDatabase.ts';

/** Rows of a request, from the request to what others of it refer to; `%` stands for its uid. */
const TABLES: ReadonlyArray<readonly [string, string]> = [
  ['requests', `uid = '%'`],
  ['request_generations', `request_uid = '%'`],
  ['runs', `request_uid = '%'`],
  ['steps', `run_id IN (SELECT id FROM runs WHERE request_uid = '%')`],
  [
    'step_logs',
    `step_id IN (SELECT id FROM steps WHERE run_id IN (SELECT id FROM runs WHERE request_uid = '%'))`,
  ],
  ['works', `request_uid = '%'`],
  [
    'work_workloads',
    `work_id IN (SELECT id FROM works WHERE request_uid = '%')`,
  ],
  ['placements', `request_uid = '%'`],
  ['events', `request_uid = '%'`],
  ['work_queue', `key = '%'`],
];
/** Tables whose rows others refer to by id. */
const WITH_ID = ['runs', 'steps', 'works', 'placements'];
/** Told by the database. */
const GENERATED = ['position'];

/**
 * Copies a request that is at rest, row by row, so that there are `count` more of it: all rows that the engine wrote for
 * it, with other ids and names. By SQL, since ordering so many takes longer than what is measured. Postgres only.
 */
export async function seedRequests(
  database: SqlDatabase,
  options: {
    readonly uid: string;
    readonly name: string;
    readonly count: number;
  },
): Promise<void> {
  const { uid, name, count } = options;
  const rows = new Map<string, SqlRow[]>();
  for (const [table, where] of TABLES) {
    rows.set(
      table,
      await database.all(
        `SELECT * FROM ${table} WHERE ${where.replaceAll('%', uid)}`,
      ),
    );
  }
  const ids = [
    uid,
    ...WITH_ID.flatMap(table => rows.get(table)!.map(({ id }) => String(id))),
  ];
  for (const [table] of TABLES) {
    for (const row of rows.get(table)!) {
      const columns = Object.keys(row).filter(
        column => !GENERATED.includes(column),
      );
      const values = columns.map(column => copyOf(row[column], { ids, name }));
      await database.execute(
        `INSERT INTO ${table} (${columns
          .map(column => `"${column}"`)
          .join(', ')})
         SELECT ${values.join(', ')} FROM generate_series(1, ${count}) AS n`,
      );
    }
  }
  await database.execute('ANALYZE');
}

/** SQL of a value for the n-th copy. */
function copyOf(
  value: unknown,
  { ids, name }: { readonly ids: readonly string[]; readonly name: string },
): string {
  if (value === null) return 'NULL';
  if (typeof value !== 'string') return String(value);
  const known = new RegExp(`(${[...ids, name].join('|')})`);
  const parts = value.split(known).map(part => {
    if (ids.includes(part))
      return `'${part.slice(0, 20)}' || lpad(n::text, 6, '0')`;
    if (part === name) return `'${name}-' || n`;
    return `'${part.replaceAll("'", "''")}'`;
  });
  return parts.join(' || ');
}
