import type { PromisesEvent } from '@promissory/plugin-promises-common';
import { describeEvent } from './describeEvent';

function event(
  type: string,
  payload: PromisesEvent['payload'],
  rest: Partial<PromisesEvent> = {},
): PromisesEvent {
  const at = '2026-01-01T00:00:00Z';
  return { position: '1', type, version: 1, at, payload, ...rest };
}

describe('describeEvent', () => {
  const state = { name: 'Failed', reason: 'X', message: 'It broke' };
  const step = { pipeline: 'make', container: 'render' };
  it.each<[PromisesEvent, string | undefined]>([
    [event('RequestStateChanged', { state }), 'Failed: It broke'],
    [event('RequestStateChanged', { state: { name: 'Ready' } }), 'Ready'],
    [
      event('RequestChildChanged', {
        child: { uid: 'U', promise: 'db', namespace: 'default', name: 'a' },
        state,
      }),
      'db default/a: Failed: It broke',
    ],
    [
      event('RunStarted', {
        workflow: 'configure',
        trigger: 'order',
        generation: 1,
      }),
      'Workflow configure starts for generation 1 (order)',
    ],
    [event('StepStarted', step), 'Step make / render starts'],
    [
      event('StepFinished', { ...step, state: 'Succeeded' }),
      'Step make / render succeeded',
    ],
    [
      event('StepFinished', {
        ...step,
        state: 'Failed',
        reason: 'Error',
        message: 'no such field',
      }),
      'Step make / render: Failed: Error: no such field',
    ],
    [
      event(
        'PlacementWritten',
        { path: 'dev/a', commit: '0123456789abcdef' },
        { destination: 'dev' },
      ),
      'Written to dev: dev/a (commit 01234567)',
    ],
    [
      event('PlacementRemoved', { path: 'dev/a' }, { destination: 'dev' }),
      'Removed from dev: dev/a',
    ],
    [
      event('PlacementFailed', { reason: 'X' }, { destination: 'dev' }),
      'Not written to dev: X',
    ],
    [
      event(
        'RequestActionRequested',
        { verb: 'pause' },
        { actor: 'user:default/bob' },
      ),
      'user:default/bob asked for pause',
    ],
    [event('RequestDeleteRequested', {}), 'Somebody asked for its deletion'],
    [event('StepLogged', step), undefined],
    [event('SomethingNew', { state: 7 }), undefined],
  ])('tells %j', (given, line) => {
    expect(describeEvent(given)).toBe(line);
  });

  it('tells of payloads that another version writes', () => {
    expect(describeEvent(event('RequestStateChanged', { state: 7 }))).toBe(
      'changed',
    );
  });
});
