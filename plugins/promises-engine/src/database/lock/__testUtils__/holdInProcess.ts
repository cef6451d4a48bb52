import knexFactory from 'knex';
import { holdDatabase } from '../holdDatabase';

/** A process that holds the database of its argument, says so on its output, and lives until it is killed. */
async function main(filename: string): Promise<void> {
  const knex = knexFactory({
    client: 'better-sqlite3',
    connection: { filename },
    useNullAsDefault: true,
  });
  await holdDatabase(knex, { waitMs: 0 });
  process.stdout.write('held\n');
  setInterval(() => {}, 60_000);
}

main(process.argv[2]).catch(error => {
  process.stderr.write(`${error}\n`);
  process.exit(1);
});
