import type { Point, Replica } from '../replicas/Replica.ts';
import { recover } from './recover.ts';
import type { Scene } from './Scene.ts';

const REACHED_MS = 45_000;

/** Name of a point in the figures. */
export function nameOfPoint({ point, workflow }: Point): string {
  return workflow === 'delete' ? `delete.${point}` : point;
}

/** Has the process die that reaches the point first; another that reaches it at the same time dies as well. */
export async function killAtPoint(scene: Scene, point: Point): Promise<void> {
  const { tally } = scene;
  const living = scene.replicas.filter(({ alive }) => alive);
  await Promise.all(living.map(replica => replica.arm(point)));
  await Promise.any(living.map(replica => deathOf(replica))).catch(() => {});
  await Promise.all(living.map(replica => replica.arm(undefined)));
  const dead = living.filter(({ alive }) => !alive);
  if (dead.length === 0) {
    tally.problems.push(
      `${nameOfPoint(point)} was not reached in ${REACHED_MS} ms`,
    );
  }
  await Promise.all(
    dead.map(async replica => {
      const death = replica.reached();
      if (!death) {
        throw new Error(
          `A backend died before it reached ${nameOfPoint(point)}`,
        );
      }
      const name = nameOfPoint(point);
      tally.hits[name] = (tally.hits[name] ?? 0) + 1;
      await recover(scene, replica, death);
    }),
  );
}

/** Rejects where it lives on. */
async function deathOf(replica: Replica): Promise<void> {
  if (!(await replica.dies(REACHED_MS))) throw new Error('It lives');
}
