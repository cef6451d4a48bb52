import type { Replica } from '../replicas/Replica.ts';
import type { Scene } from './Scene.ts';

/** The replica that writes to the state store now; any where none does. */
export async function findWriter({
  database,
  replicas,
  random,
}: Scene): Promise<Replica> {
  const [lease] = await database.all(
    `SELECT lease_owner FROM work_queue WHERE kind = 'deliver' AND lease_owner IS NOT NULL`,
  );
  const living = replicas.filter(({ alive }) => alive);
  for (const replica of living) {
    const owner = await replica.arm(undefined);
    if (owner !== undefined && owner === lease?.lease_owner) return replica;
  }
  return random.pick(living);
}
