export type { ConnectionState } from './types';
export { useConnectionState } from './useConnectionState';
export { useEvents, type UseEventsOptions } from './useEvents';
