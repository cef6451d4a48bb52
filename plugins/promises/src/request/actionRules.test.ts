import type { RequestState } from '@promissory/plugin-promises-common';
import { type RequestAction, isPausable, whyNot } from './actionRules';

const all = { update: true, delete: true, retry: true, reconcile: true };

function request(name: RequestState['name'], more = {}, state = {}) {
  return {
    state: {
      name,
      reason: '',
      message: '',
      since: '2026-01-01T00:00:00Z',
      ...state,
    },
    can: all,
    ...more,
  };
}

describe('whyNot', () => {
  it.each<[RequestAction, RequestState['name'], object?, object?]>([
    ['retry', 'Failed'],
    ['retry', 'Suspended'],
    ['retry', 'Degraded'],
    ['retry', 'Deleting', {}, { reason: 'DeleteWorkflowFailed' }],
    ['retry', 'Delivering', {}, { nextTryAt: '2026-01-01T00:00:00Z' }],
    ['retry', 'Failed', { parentUid: 'x' }],
    ['reconcile', 'Delivered'],
    ['reconcile', 'Delivered', { parentUid: 'x' }],
    ['pause', 'Running'],
    ['resume', 'Paused'],
    ['update', 'Running'],
    ['delete', 'Failed'],
    ['delete', 'Delivered', { parentUid: 'x' }],
    ['delete', 'Paused'],
  ])('offers %s on a request that is %s %j %j', (action, name, ...details) => {
    // A parameter that a row leaves out would be a callback to Jest, and waited for.
    expect(whyNot(action, request(name, ...details))).toBeUndefined();
  });

  it.each<[RequestAction, RequestState['name'], object, RegExp, object?]>([
    ['retry', 'Delivered', {}, /Nothing failed/],
    ['retry', 'Deleting', {}, /being deleted/],
    ['retry', 'Paused', {}, /Resume it first/],
    ['reconcile', 'Paused', {}, /Resume it first/],
    ['retry', 'Failed', {}, /own part did not fail/, { reason: 'ChildFailed' }],
    ['delete', 'Deleted', {}, /is deleted/],
    ['update', 'Deleting', {}, /being deleted/],
    ['pause', 'Deleting', {}, /being deleted/],
    ['update', 'Delivered', { parentUid: 'x' }, /belongs to another request/],
    [
      'delete',
      'Delivered',
      { can: { ...all, delete: false } },
      /promises\.request\.delete/,
    ],
    [
      'pause',
      'Delivered',
      { can: { ...all, pause: false, resume: false } },
      /promises\.request\.update/,
    ],
  ])(
    'refuses %s on a request that is %s %j',
    (action, name, more, reason, ...[state]) => {
      expect(whyNot(action, request(name, more, state))).toMatch(reason);
    },
  );
});

describe('isPausable', () => {
  it.each([
    [{ ...all, pause: true, resume: true }, true],
    [{ ...all, pause: false, resume: false }, true],
    [all, false],
    [undefined, false],
  ])('is known by what the API says of it: %j', (can, expected) => {
    expect(isPausable({ can })).toBe(expected);
  });
});
