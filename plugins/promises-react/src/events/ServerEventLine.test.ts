import type {
  PromisesEvent,
  StreamEventsOptions,
} from '@promissory/plugin-promises-common';
import { ServerEventLine } from './ServerEventLine';

const event = (position: string): PromisesEvent => ({
  position,
  type: 'RequestChanged',
  version: 1,
  at: '2026-01-01T00:00:00Z',
  requestUid: 'A',
  payload: {},
});

function setUp(after?: string) {
  const streams: StreamEventsOptions[] = [];
  const ends: Array<(error?: Error) => void> = [];
  const listener = {
    onEvent: jest.fn(),
    onGap: jest.fn(),
    onConnectionState: jest.fn(),
  };
  const line = ServerEventLine.create({
    api: {
      streamEvents: options => {
        streams.push(options);
        return new Promise((resolve, reject) =>
          ends.push(error => (error ? reject(error) : resolve())),
        );
      },
    },
    listener,
    after,
  });
  return { line, streams, ends, listener };
}

describe('ServerEventLine', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('opens one stream for all topics that are wanted at once', () => {
    const { line, streams } = setUp();
    line.follow(['requests']);
    line.follow(['requests', 'promises']);
    jest.runAllTimers();
    expect(streams.map(({ topics }) => topics)).toEqual([
      ['promises', 'requests'],
    ]);
  });

  it('keeps its stream when fewer topics are wanted, and resumes where it was with more', () => {
    const { line, streams } = setUp();
    line.follow(['requests', 'promises']);
    jest.runAllTimers();
    streams[0].onEvent(event('7'));
    line.follow(['requests']);
    jest.runAllTimers();
    expect(streams).toHaveLength(1);
    line.follow(['requests', 'request:A']);
    jest.runAllTimers();
    expect(streams[0].signal.aborted).toBe(true);
    expect(streams[1]).toMatchObject({
      topics: ['request:A', 'requests'],
      after: '7',
    });
  });

  it('tells of a gap where it cannot know what happened before the stream was open', () => {
    const { line, streams, listener } = setUp();
    line.follow(['requests']);
    jest.runAllTimers();
    streams[0].onConnectionState?.('open');
    expect(listener.onGap).toHaveBeenCalledTimes(1);
    streams[0].onEvent(event('7'));
    streams[0].onConnectionState?.('reconnecting');
    streams[0].onConnectionState?.('open');
    expect(listener.onGap).toHaveBeenCalledTimes(1);
    streams[0].onReset?.();
    expect(listener.onGap).toHaveBeenCalledTimes(2);
  });

  it('has no gap where it begins at a known position', () => {
    const { line, streams, listener } = setUp('3');
    line.follow(['requests']);
    jest.runAllTimers();
    streams[0].onConnectionState?.('open');
    expect(streams[0].after).toBe('3');
    expect(listener.onGap).not.toHaveBeenCalled();
  });

  it('tries a refused stream again later', async () => {
    const { line, streams, ends, listener } = setUp();
    line.follow(['requests']);
    jest.runAllTimers();
    ends[0](new Error('403'));
    await jest.advanceTimersByTimeAsync(0);
    expect(listener.onConnectionState).toHaveBeenLastCalledWith('closed');
    expect(streams).toHaveLength(1);
    await jest.advanceTimersByTimeAsync(30_000);
    expect(streams).toHaveLength(2);
  });

  it('says nothing after it was closed', async () => {
    const { line, streams, ends, listener } = setUp();
    line.follow(['requests']);
    jest.runAllTimers();
    line.close();
    streams[0].onEvent(event('8'));
    ends[0]();
    await jest.advanceTimersByTimeAsync(60_000);
    expect(listener.onEvent).not.toHaveBeenCalled();
    expect(streams).toHaveLength(1);
  });
});
