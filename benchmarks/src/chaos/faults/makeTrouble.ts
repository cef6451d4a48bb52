import { setTimeout as sleep } from 'node:timers/promises';
import { findWriter } from './findWriter.ts';
import { killAtPoint } from './killAtPoint.ts';
import type { Fault, OtherFault } from './planFaults.ts';
import { recover } from './recover.ts';
import type { Scene } from './Scene.ts';

/** Longer than a lease: another takes over meanwhile. */
const PAUSE_MS = 13_000;
const REFUSE_MS = 4_000;
const HANG_MS = 7_000;

/** Whether the fault took effect. */
const others: Readonly<Record<OtherFault, (scene: Scene) => Promise<boolean>>> =
  {
    async random(scene) {
      await sleep(scene.random.next() * 1_000);
      const replica = scene.random.pick(
        scene.replicas.filter(({ alive }) => alive),
      );
      await recover(scene, replica, await replica.kill());
      return true;
    },
    async pause(scene) {
      const replica = await findWriter(scene);
      replica.pause();
      await sleep(PAUSE_MS);
      replica.resume();
      return true;
    },
    async restart({ server, random }) {
      await server?.restart(random.next() < 0.5 ? 'fast' : 'immediate');
      return true;
    },
    refuse: ({ remote }) => remote.refuse(REFUSE_MS),
    hang: ({ remote }) => remote.hold(() => sleep(HANG_MS)),
    async hangAndKill(scene) {
      let recovered: Promise<void> | undefined;
      const came = await scene.remote.hold(async () => {
        const replica = await findWriter(scene);
        recovered = recover(scene, replica, await replica.kill());
        // Awaited below; until then a failure must not end this process.
        recovered.catch(() => {});
        await sleep(scene.random.next() * HANG_MS);
      });
      await recovered;
      return came;
    },
    fail: ({ remote }) => remote.failAfterAccepting(),
    race: ({ remote, random }) =>
      remote.hold(() => {
        const number = random.below(1_000_000);
        // Outside of every Destination, and inside of one: both are others' and stay.
        const path = random.next() < 0.5 ? 'elsewhere' : 'cluster/by-hand';
        return remote.commitForeign(`${path}/${number}.txt`, `${number}\n`);
      }),
  };

/** Does one fault, and waits until the backends are all there again. */
export async function makeTrouble(scene: Scene, fault: Fault): Promise<void> {
  if (fault.kind === 'point') {
    await killAtPoint(scene, fault.point);
    return;
  }
  const { faults, problems } = scene.tally;
  if (await others[fault.kind](scene)) {
    faults[fault.kind] = (faults[fault.kind] ?? 0) + 1;
  } else {
    problems.push(`${fault.kind} met no push`);
  }
}
