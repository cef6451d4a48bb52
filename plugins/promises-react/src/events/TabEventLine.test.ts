import type { PromisesEvent } from '@promissory/plugin-promises-common';
import { TabEventLine, type TabChannel, type TakeLead } from './TabEventLine';
import type { EventLineListener } from './types';

/** A browser with tabs: its channels, and its lock with whoever waits for it. */
class Browser {
  readonly #channels = new Set<TabChannel>();
  readonly #waiting: Array<() => void> = [];
  #isLed = false;

  channel(): TabChannel {
    const channels = this.#channels;
    const channel: TabChannel = {
      onmessage: null,
      postMessage: data =>
        [...channels]
          .filter(other => other !== channel)
          .forEach(other =>
            other.onmessage?.(
              new MessageEvent('message', { data: structuredClone(data) }),
            ),
          ),
      close: () => channels.delete(channel),
    };
    channels.add(channel);
    return channel;
  }

  readonly takeLead: TakeLead = (_, signal, onLead) => {
    const lead = () => {
      this.#isLed = true;
      onLead();
      signal.addEventListener('abort', () => {
        this.#isLed = false;
        this.#waiting.shift()?.();
      });
    };
    if (this.#isLed) {
      this.#waiting.push(lead);
    } else {
      lead();
    }
  };
}

const event: PromisesEvent = {
  position: '5',
  type: 'RequestChanged',
  version: 1,
  at: '2026-01-01T00:00:00Z',
  requestUid: 'A',
  payload: {},
};

function openTab(browser: Browser, tab: string) {
  const server = { follow: jest.fn(), close: jest.fn() };
  const opened: {
    listener?: EventLineListener;
    after?: string;
    isLeader: boolean;
  } = { isLeader: false };
  const listener = {
    onEvent: jest.fn(),
    onGap: jest.fn(),
    onConnectionState: jest.fn(),
  };
  const line = TabEventLine.create({
    name: 'events',
    tab,
    channel: browser.channel(),
    takeLead: browser.takeLead,
    listener,
    createLine: (lineListener, after) => {
      Object.assign(opened, { listener: lineListener, after, isLeader: true });
      return server;
    },
  });
  return { line, server, opened, listener };
}

describe('TabEventLine', () => {
  it('streams in one tab what any tab follows', () => {
    const browser = new Browser();
    const first = openTab(browser, '1');
    const second = openTab(browser, '2');
    first.line.follow(['requests']);
    second.line.follow(['request:A']);
    expect(second.opened.isLeader).toBe(false);
    expect(first.server.follow).toHaveBeenLastCalledWith([
      'requests',
      'request:A',
    ]);

    first.opened.listener?.onConnectionState('open');
    first.opened.listener?.onEvent(event);
    first.opened.listener?.onGap();
    for (const { listener } of [first, second]) {
      expect(listener.onConnectionState).toHaveBeenLastCalledWith('open');
      expect(listener.onEvent).toHaveBeenCalledWith(event);
      expect(listener.onGap).toHaveBeenCalledTimes(1);
    }
  });

  it('tells a tab that comes later how the connection is', () => {
    const browser = new Browser();
    const first = openTab(browser, '1');
    first.line.follow(['requests']);
    first.opened.listener?.onConnectionState('open');
    const second = openTab(browser, '2');
    second.line.follow(['requests']);
    expect(second.listener.onConnectionState).toHaveBeenLastCalledWith('open');
  });

  it('goes on in another tab after the last event when the leader goes', () => {
    const browser = new Browser();
    const tabs = ['1', '2', '3'].map(name => openTab(browser, name));
    tabs.forEach(({ line }, index) => line.follow([`request:${index}`]));
    tabs[0].opened.listener?.onEvent(event);
    tabs[0].line.close();
    expect(tabs[0].server.close).toHaveBeenCalled();
    expect(tabs[1].opened).toMatchObject({ isLeader: true, after: '5' });
    expect(tabs[1].server.follow).toHaveBeenLastCalledWith([
      'request:1',
      'request:2',
    ]);
    expect(tabs[2].opened.isLeader).toBe(false);
  });

  it('stops following for a tab that has gone', () => {
    const browser = new Browser();
    const first = openTab(browser, '1');
    const second = openTab(browser, '2');
    first.line.follow(['promises']);
    second.line.follow(['request:A']);
    second.line.close();
    expect(first.server.follow).toHaveBeenLastCalledWith(['promises']);
  });
});
