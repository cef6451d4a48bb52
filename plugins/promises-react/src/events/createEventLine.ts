import type { PromisesApi } from '@promissory/plugin-promises-common';
import { ServerEventLine } from './ServerEventLine';
import { TabEventLine, type TakeLead } from './TabEventLine';
import type { EventLine, EventLineListener } from './types';

const takeLead: TakeLead = (name, signal, onLead) => {
  navigator.locks
    .request(name, { signal }, () => {
      onLead();
      return new Promise<void>(release =>
        signal.addEventListener('abort', () => release(), { once: true }),
      );
    })
    // Waiting was given up: this line was closed.
    .catch(() => undefined);
};

/** What {@link createEventLine} needs. */
export interface CreateEventLineOptions {
  readonly api: Pick<PromisesApi, 'streamEvents'>;
  readonly listener: EventLineListener;
  /** Entity ref of the person: tabs of different people never share events. Undefined: this tab stays alone. */
  readonly userEntityRef: string | undefined;
}

/** One line for all tabs where the browser can elect a leader, else one for this tab. */
export function createEventLine(options: CreateEventLineOptions): EventLine {
  const { api, listener, userEntityRef } = options;
  const hasTabs =
    typeof BroadcastChannel !== 'undefined' &&
    typeof navigator !== 'undefined' &&
    navigator.locks !== undefined;
  if (!hasTabs || userEntityRef === undefined) {
    return ServerEventLine.create({ api, listener });
  }
  const name = `promises-events:${userEntityRef}`;
  return TabEventLine.create({
    name,
    tab: crypto.randomUUID(),
    channel: new BroadcastChannel(name),
    takeLead,
    listener,
    createLine: (lineListener, after) =>
      ServerEventLine.create({ api, listener: lineListener, after }),
  });
}
