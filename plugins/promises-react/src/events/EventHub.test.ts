import type { PromisesEvent } from '@promissory/plugin-promises-common';
import { EventHub } from './EventHub';
import type { EventLineListener } from './types';

const event = (requestUid: string): PromisesEvent => ({
  position: '1',
  type: 'RequestChanged',
  version: 1,
  at: '2026-01-01T00:00:00Z',
  requestUid,
  payload: {},
});

function setUp() {
  const line = { follow: jest.fn(), close: jest.fn() };
  const lines: EventLineListener[] = [];
  const hub = EventHub.create({
    createLine: listener => {
      lines.push(listener);
      return line;
    },
    linger: 1_000,
  });
  return { hub, line, lines };
}

describe('EventHub', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('shares one line, and tells each listener of its topics only', async () => {
    const { hub, line, lines } = setUp();
    const one = { topics: ['request:A'], onEvent: jest.fn() };
    const two = { topics: ['requests'], onEvent: jest.fn() };
    hub.subscribe(one);
    hub.subscribe(two);
    await jest.advanceTimersByTimeAsync(0);
    expect(lines).toHaveLength(1);
    expect(line.follow).toHaveBeenLastCalledWith(['request:A', 'requests']);
    lines[0].onEvent(event('B'));
    expect(one.onEvent).not.toHaveBeenCalled();
    expect(two.onEvent).toHaveBeenCalledTimes(1);
  });

  it('closes the line some time after the last listener went', async () => {
    const { hub, line, lines } = setUp();
    const listener = { topics: ['requests'], onEvent: jest.fn() };
    hub.subscribe(listener)();
    await jest.advanceTimersByTimeAsync(900);
    const unsubscribe = hub.subscribe(listener);
    await jest.advanceTimersByTimeAsync(5_000);
    expect(line.close).not.toHaveBeenCalled();
    unsubscribe();
    await jest.advanceTimersByTimeAsync(1_000);
    expect(line.close).toHaveBeenCalledTimes(1);
    hub.subscribe(listener);
    expect(lines).toHaveLength(2);
  });

  it('tells when the state of the connection changes', () => {
    const { hub, lines } = setUp();
    const onChange = jest.fn();
    hub.subscribeConnectionState(onChange);
    hub.subscribe({ topics: ['requests'], onEvent: jest.fn() });
    expect(hub.connectionState()).toBe('connecting');
    lines[0].onConnectionState('open');
    lines[0].onConnectionState('open');
    lines[0].onConnectionState('reconnecting');
    expect(hub.connectionState()).toBe('reconnecting');
    expect(onChange).toHaveBeenCalledTimes(2);
  });
});
