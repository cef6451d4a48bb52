import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { SqlDatabase } from './SqlDatabase.ts';

const PATIENCE_MS = 30_000;

/** Connects to a plugin's database, the promises plugin's unless named; waits while the server is being restarted. */
export function openPostgres(
  connectionString: string,
  name = 'backstage_plugin_promises',
): SqlDatabase {
  const url = new URL(connectionString);
  url.pathname = `/${name}`;
  const pool = new pg.Pool({ connectionString: url.href, max: 4 });
  pool.on('error', () => {
    // An idle connection was cut; the next statement opens another.
  });
  const query = async (sql: string, parameters: readonly unknown[]) => {
    const deadline = Date.now() + PATIENCE_MS;
    let number = 0;
    const numbered = sql.replaceAll('?', () => `$${(number += 1)}`);
    for (;;) {
      try {
        return await pool.query(numbered, [...parameters]);
      } catch (error) {
        if (!isAway(error) || Date.now() > deadline) throw error;
        await sleep(100);
      }
    }
  };
  return {
    dialect: 'postgres',
    async all(sql, parameters = []) {
      return (await query(sql, parameters)).rows;
    },
    async execute(sql) {
      await pool.query(sql);
    },
    close: () => pool.end(),
  };
}

/** Whether the server is being restarted: the connection was cut or refused (57P0x: shutdown, crash, start-up). */
function isAway(error: unknown): boolean {
  const { code, message } = error as { code?: string; message?: string };
  return (
    /^(ECONN|EPIPE|57P0)/.test(code ?? '') ||
    /Connection terminated/.test(message ?? '')
  );
}
