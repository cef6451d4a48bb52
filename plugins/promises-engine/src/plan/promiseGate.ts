import type { PromiseFacts } from './snapshot';

/**
 * Whether runs of requests may start. A withdrawn Promise takes no orders, but what was ordered can still be changed,
 * retried and deleted.
 */
export function promiseGate(promise: PromiseFacts): boolean {
  return promise.state === 'Available' || promise.state === 'Withdrawn';
}
