import { mockServices } from '@backstage/backend-test-utils';
import { setTimeout as sleep } from 'node:timers/promises';
import { eventually } from '../testing/eventually';
import { SupervisedLoop, type SupervisedLoopOptions } from './SupervisedLoop';

describe('SupervisedLoop', () => {
  let loop: SupervisedLoop;
  afterEach(() => loop.stop());

  function start(turn: SupervisedLoopOptions['turn']) {
    loop = SupervisedLoop.create({
      name: 'test',
      logger: mockServices.logger.mock(),
      longestTurnMs: 200,
      turn,
    });
    loop.start();
  }

  it('begins anew where a turn hangs, and one that comes back does no more', async () => {
    let turns = 0;
    let comeBack = () => {};
    const staleTurns = jest.fn();
    start(async isCurrent => {
      turns += 1;
      if (turns === 2) {
        await new Promise<void>(resolve => {
          comeBack = resolve;
        });
        staleTurns(isCurrent());
        return;
      }
      await sleep(5);
    });
    await eventually(() => expect(turns).toBeGreaterThan(3));
    expect(loop.health).toMatchObject({ running: true, restarts: 1 });
    comeBack();
    await eventually(() => expect(staleTurns).toHaveBeenCalledWith(false));
    const before = turns;
    await eventually(() => expect(turns).toBeGreaterThan(before + 2));
    expect(staleTurns).toHaveBeenCalledTimes(1);
  });

  it('goes on after a turn that throws', async () => {
    let turns = 0;
    start(async () => {
      turns += 1;
      if (turns === 1) throw new Error('unexpected');
      await sleep(5);
    });
    await eventually(() => expect(turns).toBeGreaterThan(2));
    expect(loop.health.running).toBe(true);
  });

  it('tells that it hangs, and stops nevertheless', async () => {
    start(() => new Promise(() => {}));
    await eventually(() => expect(loop.health.restarts).toBeGreaterThan(1));
    await loop.stop();
    expect(loop.health).toMatchObject({ running: false });
  });
});
