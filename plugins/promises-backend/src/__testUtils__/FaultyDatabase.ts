import type { Knex } from 'knex';

/** A database of which parts stop to answer when a test says so. */
export class FaultyDatabase {
  static create(knex: Knex): FaultyDatabase {
    return new FaultyDatabase(knex);
  }

  /** To be used in place of the one given. */
  readonly knex: Knex;
  /** No answer comes to what claims work. */
  hangsOnClaims = false;
  /** No answer comes to what reads events one after another. */
  hangsOnEvents = false;
  /** Tables that cannot be read. */
  readonly broken = new Set<string>();
  readonly #hanging: Array<() => void> = [];

  private constructor(knex: Knex) {
    this.knex = new Proxy(knex, {
      apply: (target, _this, [table, ...rest]) => {
        if (this.broken.has(table)) {
          throw new Error('connection terminated');
        }
        const query = Reflect.apply(target, undefined, [table, ...rest]);
        if (table === 'events' && this.hangsOnEvents) {
          const limit = query.limit.bind(query);
          query.limit = (rows: number) =>
            rows > 1 ? this.#hang() : limit(rows);
        }
        return query;
      },
      get: (target, property) => {
        const value = Reflect.get(target, property);
        if (property !== 'raw') return value;
        return (sql: string, ...rest: unknown[]) =>
          this.hangsOnClaims && /UPDATE work_queue SET\s+lease_owner/.test(sql)
            ? this.#hang()
            : Reflect.apply(value, target, [sql, ...rest]);
      },
    });
  }

  /** All is well again; what hung is told that its connection was lost. */
  heal(): void {
    this.hangsOnClaims = false;
    this.hangsOnEvents = false;
    this.broken.clear();
    this.#hanging.splice(0).forEach(end => end());
  }

  #hang(): Promise<never> {
    return new Promise((_, reject) => {
      this.#hanging.push(() => reject(new Error('connection terminated')));
    });
  }
}
