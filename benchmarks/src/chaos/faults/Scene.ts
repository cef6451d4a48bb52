import type { PostgresServer } from '@promissory/scripts/services/startPostgres';
import type { Random } from '../../random/createRandom.ts';
import type { SqlDatabase } from '../../database/SqlDatabase.ts';
import type { RemoteFront } from '../remote/RemoteFront.ts';
import type { Replica } from '../replicas/Replica.ts';
import type { Tally } from './Tally.ts';

/** What faults are done to. */
export interface Scene {
  readonly replicas: readonly Replica[];
  readonly database: SqlDatabase;
  /** None with SQLite. */
  readonly server: PostgresServer | undefined;
  readonly remote: RemoteFront;
  readonly random: Random;
  readonly tally: Tally;
}
