export { appendEvent } from './appendEvent';
export { appendEvents } from './appendEvents';
export { EventTail } from './EventTail';
export type { EventListener, EventTailOptions } from './EventTail';
export { listEvents } from './listEvents';
export type { EventFilter, EventPage, ListEventsOptions } from './listEvents';
export { pruneEvents } from './pruneEvents';
export type { EventType, NewEvent, StoredEvent } from './types';
