import knexFactory, { type Knex } from 'knex';

/** A database connection of its own that fails for good after so many statements, as where a process is killed. */
export interface DyingDatabase {
  readonly knex: Knex;
  /** Fulfilled at the last statement that is let through. */
  readonly death: Promise<void>;
  /** Counts from now. */
  arm(statements: number): void;
}

/** Another pool to the database of a given one. */
export function diesAfter(knex: Knex): DyingDatabase {
  const own = knexFactory(knex.client.config as Knex.Config);
  let left = Number.POSITIVE_INFINITY;
  let die = () => {};
  const death = new Promise<void>(resolve => {
    die = resolve;
  });
  own.on('query', () => {
    left -= 1;
    if (left === 0) die();
    if (left < 0) throw new Error('This process is dead');
  });
  return {
    knex: own,
    death,
    arm: statements => {
      left = statements;
    },
  };
}
