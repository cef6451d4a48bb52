import { mockServices } from '@backstage/backend-test-utils';
import type { SchedulerService } from '@backstage/backend-plugin-api';
import { ConflictError } from '@backstage/errors';
import { WakingTaskRunner } from './WakingTaskRunner';

const schedule = { frequency: { minutes: 10 }, timeout: { minutes: 15 } };

function setUp(triggerTask: SchedulerService['triggerTask']) {
  const scheduled: unknown[] = [];
  const trigger = jest.fn(triggerTask);
  const runner = WakingTaskRunner.create({
    scheduler: {
      ...mockServices.scheduler.mock(),
      createScheduledTaskRunner: given => ({
        run: async task => void scheduled.push([task.id, given]),
      }),
      triggerTask: trigger,
    },
    schedule,
    logger: mockServices.logger.mock(),
    pauseMs: 5_000,
  });
  return { runner, trigger, scheduled };
}

describe('WakingTaskRunner', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('runs by its schedule', async () => {
    const { runner, scheduled, trigger } = setUp(async () => {});
    await runner.run({ id: 'index', fn: async () => {} });
    expect(scheduled).toEqual([['index', schedule]]);
    await jest.advanceTimersByTimeAsync(60_000);
    expect(trigger).not.toHaveBeenCalled();
  });

  it('runs at once when it is woken, and once after a pause for all wake-ups since', async () => {
    const { runner, trigger } = setUp(async () => {});
    await runner.run({ id: 'index', fn: async () => {} });
    runner.wake();
    await jest.advanceTimersByTimeAsync(0);
    expect(trigger.mock.calls).toEqual([['index']]);
    for (let i = 0; i < 10; i += 1) {
      runner.wake();
      await jest.advanceTimersByTimeAsync(100);
    }
    expect(trigger).toHaveBeenCalledTimes(1);
    await jest.advanceTimersByTimeAsync(5_000);
    expect(trigger).toHaveBeenCalledTimes(2);
    await jest.advanceTimersByTimeAsync(60_000);
    expect(trigger).toHaveBeenCalledTimes(2);
  });

  it('asks once more where a run was under way', async () => {
    let isRunning = true;
    const { runner, trigger } = setUp(async () => {
      if (isRunning) throw new ConflictError('running');
    });
    await runner.run({ id: 'index', fn: async () => {} });
    runner.wake();
    await jest.advanceTimersByTimeAsync(0);
    isRunning = false;
    await jest.advanceTimersByTimeAsync(5_000);
    expect(trigger).toHaveBeenCalledTimes(2);
    await jest.advanceTimersByTimeAsync(60_000);
    expect(trigger).toHaveBeenCalledTimes(2);
  });

  it('leaves other failures to the schedule', async () => {
    const { runner, trigger } = setUp(async () => {
      throw new Error('no database');
    });
    await runner.run({ id: 'index', fn: async () => {} });
    runner.wake();
    await jest.advanceTimersByTimeAsync(60_000);
    expect(trigger).toHaveBeenCalledTimes(1);
  });

  it('asks for nothing after its end', async () => {
    const { runner, trigger } = setUp(async () => {});
    await runner.run({ id: 'index', fn: async () => {} });
    runner.wake();
    runner.close();
    runner.wake();
    await jest.advanceTimersByTimeAsync(60_000);
    expect(trigger).not.toHaveBeenCalled();
  });
});
