import { Client } from 'pg';

/** Counts the statements that are run on one database of a server, whoever runs them. Needs pg_stat_statements. */
export class StatementCounter {
  readonly #client: Client;

  private constructor(client: Client) {
    this.#client = client;
  }

  static async create(connectionString: string): Promise<StatementCounter> {
    const client = new Client({ connectionString });
    await client.connect();
    await client.query('CREATE EXTENSION IF NOT EXISTS pg_stat_statements');
    return new StatementCounter(client);
  }

  /** Statements run on the database since the server started. */
  async count(database: string): Promise<number> {
    const { rows } = await this.#client.query(
      `SELECT coalesce(sum(s.calls), 0)::bigint AS calls
         FROM pg_stat_statements s JOIN pg_database d ON d.oid = s.dbid WHERE d.datname = $1`,
      [database],
    );
    return Number(rows[0].calls);
  }

  async end(): Promise<void> {
    await this.#client.end();
  }
}
