import type { Point } from '../replicas/Replica.ts';
import { recover } from './recover.ts';
import type { Scene } from './Scene.ts';

const REACHED_MS = 10_000;
const TRIES = 6;

/** Has one process die at the point, whichever reaches it. */
export async function killAtPoint(scene: Scene, point: Point): Promise<void> {
  const { replicas, random, tally } = scene;
  const name =
    point.workflow === 'delete' ? `delete.${point.point}` : point.point;
  for (let tries = 0; tries < TRIES; tries += 1) {
    const replica = random.pick(replicas.filter(({ alive }) => alive));
    await replica.arm(point);
    const died = await replica.dies(REACHED_MS);
    const death = replica.reached();
    if (died && death) {
      tally.hits[name] = (tally.hits[name] ?? 0) + 1;
      await recover(scene, replica, death);
      return;
    }
    if (died) throw new Error(`A backend died before it reached ${name}`);
    await replica.arm(undefined);
  }
  tally.problems.push(`${name} was not reached in ${TRIES} tries`);
}
