import type { Point, Replica } from '../replicas/Replica.ts';
import { recover } from './recover.ts';
import type { Scene } from './Scene.ts';

const REACHED_MS = 45_000;

/** Name of a point in the figures. */
export function nameOfPoint({ point, workflow }: Point): string {
  return workflow === 'delete' ? `delete.${point}` : point;
}

/** Has the process die that reaches the point first. */
export async function killAtPoint(scene: Scene, point: Point): Promise<void> {
  const { tally } = scene;
  const name = nameOfPoint(point);
  const living = scene.replicas.filter(({ alive }) => alive);
  living[0].forgetReached();
  await Promise.all(living.map(replica => replica.arm(point)));
  await Promise.any(living.map(replica => deathOf(replica))).catch(() => {});
  await Promise.all(living.map(replica => replica.arm(undefined)));
  const dead = living.find(({ alive }) => !alive);
  if (!dead) {
    tally.problems.push(`${name} was not reached in ${REACHED_MS} ms`);
    return;
  }
  const death = dead.reached();
  if (!death) throw new Error(`A backend died before it reached ${name}`);
  tally.hits[name] = (tally.hits[name] ?? 0) + 1;
  await recover(scene, dead, death);
}

/** Rejects where it lives on. */
async function deathOf(replica: Replica): Promise<void> {
  if (!(await replica.dies(REACHED_MS))) throw new Error('It lives');
}
