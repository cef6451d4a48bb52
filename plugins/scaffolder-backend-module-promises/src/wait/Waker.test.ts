import { Waker } from './Waker';

describe('Waker', () => {
  it('wakes at an event, also at one that came before the wait', async () => {
    const waker = Waker.create({});
    waker.wake();
    expect(await waker.wait(10_000)).toBe('event');
    const woken = waker.wait(10_000);
    waker.wake();
    expect(await woken).toBe('event');
    expect(await waker.wait(1)).toBe('time');
    waker.close();
  });

  it('ends all waits at its limit', async () => {
    const waker = Waker.create({ limitMs: 5 });
    expect(await waker.wait(10_000)).toBe('limit');
    waker.wake();
    expect(await waker.wait(10_000)).toBe('limit');
    waker.close();
  });

  it.each([
    ['before', true],
    ['during', false],
  ])('ends when the task is cancelled %s the wait', async (_when, early) => {
    const task = new AbortController();
    if (early) task.abort();
    const waker = Waker.create({ signal: task.signal });
    const woken = waker.wait(10_000);
    task.abort();
    expect(await woken).toBe('cancelled');
    waker.close();
  });
});
