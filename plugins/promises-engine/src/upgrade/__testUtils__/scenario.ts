import { setTimeout as sleep } from 'node:timers/promises';
import { addDevAndPlatform } from '../../__testUtils__/addDevAndPlatform';
import { childDocument } from '../../__testUtils__/CompoundHarness';
import { diesAfter } from '../../__testUtils__/diesAfter';
import type { EngineHarness } from '../../__testUtils__/EngineHarness';
import type { Script } from '../../__testUtils__/ScriptedRunner';
import { eventually } from '../../testing/eventually';

/** States of the requests that a release leaves behind, by their names. */
export const LEFT_BEHIND = {
  delivered: 'Delivered',
  changed: 'Delivered',
  failed: 'Failed',
  paused: 'Paused',
  suspended: 'Suspended',
  running: 'Running',
  deleted: 'Deleted',
  shop: 'Delivered',
  'shop-db': 'Delivered',
} as const;

const sizeOf = ({ object }: Parameters<Script>[0]) =>
  (object.spec as { size: string }).size;

/** What the pipelines of the scenario do; a mended one fails no more and does not wait. */
export function scriptsOf(mended: boolean): Record<string, Script> {
  return {
    configure: async call => {
      const size = sizeOf(call);
      if (mended) return { output: { 'size.yaml': `size: ${size}\n` } };
      if (size === 'fails') return { failure: 'no such size' };
      if (size === 'waits') {
        return { metadata: { 'workflow-control.yaml': 'suspend: true\n' } };
      }
      if (size === 'hangs') await sleep(5_000, undefined, { ref: false });
      return { output: { 'size.yaml': `size: ${size}\n` } };
    },
    service: () => ({
      output: {
        'child.yaml': childDocument('database', 'shop-db', {
          spec: { size: 'small' },
        }),
      },
    }),
  };
}

/** Requests in every state that a release can leave behind, the last one by a process that dies. */
export async function playScenario(harness: EngineHarness): Promise<void> {
  await addDevAndPlatform(harness, { delete: ['cleanup'] });
  const dying = diesAfter(harness.knex);
  const engine = await harness.createEngine({ knex: dying.knex });
  await engine.start();
  await harness.untilPromise('Available');
  await harness.untilPromise('Available', 'service');
  const actor = { ref: 'user:default/alice', origin: 'ui' } as const;
  const order = async (
    name: string,
    size: string,
    promiseName = 'database',
  ) => {
    const options = { name, promiseName, spec: { size } };
    return (await engine.native.apply(await harness.order(options))).uid;
  };

  const changed = await order('changed', 'small');
  await harness.untilState(changed, 'Delivered');
  const { row_version: version } = await harness.request(changed);
  await engine.native.apply(
    await harness.order({
      name: 'changed',
      spec: { size: 'large' },
      ifMatch: String(version),
    }),
  );
  await harness.untilState(changed, 'Delivered', { delivered_generation: 2 });
  await harness.untilState(await order('delivered', 'small'), 'Delivered');
  await harness.untilState(await order('failed', 'fails'), 'Failed');
  await harness.untilState(await order('suspended', 'waits'), 'Suspended');
  const paused = await order('paused', 'small');
  await harness.untilState(paused, 'Delivered');
  await engine.native.act({ uid: paused, verb: 'pause', actor });
  const deleted = await order('deleted', 'small');
  await harness.untilState(deleted, 'Delivered');
  await engine.native.delete({ uid: deleted, actor });
  await harness.untilState(deleted, 'Deleted');
  await harness.untilState(
    await order('shop', 'small', 'service'),
    'Delivered',
  );
  await harness.untilState(await order('running', 'hangs'), 'Running');
  await eventually(async () => {
    const calls = harness.runner.calls.map(({ object }) => object);
    if (
      !calls.some(
        object => (object.metadata as { name: string }).name === 'running',
      )
    ) {
      throw new Error('The pipeline has not begun');
    }
  });
  dying.arm(0);
  await engine.stop({ drainMs: 0 });
  await dying.knex.destroy();
}
