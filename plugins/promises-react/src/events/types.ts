import type { PromisesEvent } from '@promissory/plugin-promises-common';

/** How live the page is: `reconnecting` means that what is shown may be old. @public */
export type ConnectionState = 'connecting' | 'open' | 'reconnecting' | 'closed';

/** Who wants to know what. */
export interface EventListener {
  readonly topics: readonly string[];
  onEvent(event: PromisesEvent): void;
  /** Events may have been missed: read the state anew. */
  onGap?(): void;
}

/** Whom a line of events tells. */
export interface EventLineListener {
  onEvent(event: PromisesEvent): void;
  onGap(): void;
  onConnectionState(state: ConnectionState): void;
}

/** Where events come from: the server, or the tab that holds the stream. */
export interface EventLine {
  /** Topics to follow from now on. None ends the connection. */
  follow(topics: readonly string[]): void;
  close(): void;
}
