/**
 * The promises backend: registry, admission, HTTP API, permissions, live events.
 *
 * @packageDocumentation
 */
export { promisesPlugin as default } from './plugin';
