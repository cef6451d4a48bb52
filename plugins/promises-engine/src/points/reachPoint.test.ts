import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { TestDatabases } from '@backstage/backend-test-utils';
import type { EngineHarness } from '../__testUtils__/EngineHarness';
import { startEngine } from '../__testUtils__/startEngine';
import { writesSize } from '../__testUtils__/writesSize';
import type { ReachedPoint } from './reachPoint';

jest.setTimeout(60_000);

const CHANNEL = 'promissory:engine:point';
const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });

describe.each(databases.eachSupportedId())('points on %p', id => {
  let harness: EngineHarness;
  let reached: ReachedPoint[];
  const listener = (message: unknown) =>
    void reached.push(message as ReachedPoint);

  beforeEach(async () => {
    reached = [];
    harness = await startEngine(await databases.init(id), {
      scripts: { configure: writesSize, remove: writesSize },
      parts: { delete: ['remove'] },
    });
    subscribe(CHANNEL, listener);
  });

  afterEach(async () => {
    unsubscribe(CHANNEL, listener);
    await harness.dispose();
  });

  it('are reached in their order, by an order and by its deletion', async () => {
    const inOrder = (workflow: ReachedPoint['workflow']) => [
      ...new Set(
        reached.flatMap(of => (of.workflow === workflow ? [of.point] : [])),
      ),
    ];
    const all = [
      'claimed',
      'runStored',
      'stepDone',
      'outputsStored',
      'workWritten',
      'placed',
      'beforePush',
      'afterPush',
      'recorded',
    ];
    const uid = await harness.apply();
    await harness.untilState(uid, 'Delivered');
    expect(inOrder('configure')).toEqual(all);
    expect(inOrder('delete')).toEqual([]);
    expect(reached[0].owner).toMatch(/^[0-9a-f-]{36}$/);

    await harness.engine.native.delete({
      uid,
      actor: { ref: 'user:default/alice', origin: 'ui' },
    });
    await harness.untilState(uid, 'Deleted');
    expect(inOrder('delete')).toEqual(all);
  });
});
