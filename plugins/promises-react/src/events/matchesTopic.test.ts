import type { PromisesEvent } from '@promissory/plugin-promises-common';
import { matchesTopic } from './matchesTopic';

describe('matchesTopic', () => {
  it.each<[Partial<PromisesEvent>, string, boolean]>([
    [{ type: 'RunStarted', requestUid: 'A' }, 'request:A', true],
    [{ type: 'RunStarted', requestUid: 'B' }, 'request:A', false],
    [{ type: 'RunStarted', requestUid: 'A' }, 'requests', true],
    [{ type: 'StepLogged', requestUid: 'A' }, 'requests', false],
    [{ type: 'StepLogged', requestUid: 'A' }, 'request:A', true],
    [{ type: 'StepLogged', requestUid: 'A' }, 'logs', true],
    [{ type: 'PromiseChanged', promise: 'db' }, 'promises', true],
    [{ type: 'PromiseChanged', promise: 'db' }, 'promise:db', true],
    [{ type: 'PromiseChanged', promise: 'db' }, 'requests', false],
    [{ type: 'DestinationChanged' }, 'destinations', true],
    [{ type: 'StateStoreChanged' }, 'destinations', true],
    [{ type: 'RunStarted', requestUid: 'A' }, 'unknown', false],
  ])('%j on %s: %s', (event, topic, expected) => {
    expect(matchesTopic(event as PromisesEvent, topic)).toBe(expected);
  });
});
