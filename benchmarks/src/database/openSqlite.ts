import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import type { SqlDatabase } from './SqlDatabase.ts';

/** Opens the plugin's SQLite file beside the backend. */
export function openSqlite(file: string): SqlDatabase {
  const database = new DatabaseSync(file, { timeout: 10_000 });
  return {
    dialect: 'sqlite',
    async all(sql, parameters = []) {
      return database.prepare(sql).all(...(parameters as SQLInputValue[]));
    },
    async execute(sql) {
      database.exec(sql);
    },
    async close() {
      database.close();
    },
  };
}
