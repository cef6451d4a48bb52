import type { RequestState } from '@promissory/plugin-promises-common';
import { type RequestAction, whyNot } from './actionRules';

const all = { update: true, delete: true, retry: true, reconcile: true };

function request(name: RequestState['name'], more = {}) {
  return {
    state: { name, reason: '', message: '', since: '2026-01-01T00:00:00Z' },
    origin: 'ui' as const,
    can: all,
    ...more,
  };
}

describe('whyNot', () => {
  it.each<[RequestAction, RequestState['name']]>([
    ['retry', 'Failed'],
    ['retry', 'Suspended'],
    ['retry', 'Degraded'],
    ['reconcile', 'Delivered'],
    ['update', 'Running'],
    ['delete', 'Failed'],
  ])('offers %s on a request that is %s', (action, name) => {
    expect(whyNot(action, request(name))).toBeUndefined();
  });

  it.each<[RequestAction, RequestState['name'], object, RegExp]>([
    ['retry', 'Delivered', {}, /Nothing failed/],
    ['delete', 'Deleted', {}, /is deleted/],
    ['update', 'Deleting', {}, /being deleted/],
    ['update', 'Delivered', { parentUid: 'x' }, /belongs to another request/],
    [
      'delete',
      'Delivered',
      { can: { ...all, delete: false } },
      /promises\.request\.delete/,
    ],
  ])('refuses %s on a request that is %s %j', (action, name, more, reason) => {
    expect(whyNot(action, request(name, more))).toMatch(reason);
  });
});
