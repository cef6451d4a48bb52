/** A row as the driver gives it. */
export type SqlRow = Readonly<Record<string, unknown>>;

/** The promises plugin's database, looked at from outside. Parameters are written `?`. */
export interface SqlDatabase {
  readonly dialect: 'sqlite' | 'postgres';
  all(sql: string, parameters?: readonly unknown[]): Promise<SqlRow[]>;
  /** Statements without parameters. */
  execute(sql: string): Promise<void>;
  close(): Promise<void>;
}
