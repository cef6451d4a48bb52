import type {
  ChildRequest,
  RequestStateName,
} from '@promissory/plugin-promises-common';
import { childRequest } from '../../__testUtils__/fixtures';
import { countDelivered } from './countDelivered';
import { findCause } from './findCause';

function child(
  name: string,
  state: RequestStateName,
  more: { reason?: string; children?: ChildRequest[] } = {},
): ChildRequest {
  return childRequest({
    uid: name,
    name,
    state: {
      name: state,
      reason: more.reason ?? state,
      message: '',
      since: '2026-01-01T12:00:00Z',
    },
    children: more.children ?? [],
  });
}

const taken = childRequest({
  uid: undefined,
  name: 'taken',
  state: undefined,
  problem: { reason: 'ChildNameTaken', message: 'Held by another request.' },
});

describe('findCause', () => {
  it.each<[string, ChildRequest[], string[]]>([
    ['ChildFailed', [child('a', 'Delivered'), child('b', 'Failed')], ['b']],
    ['ChildDegraded', [child('a', 'Failed'), child('b', 'Degraded')], ['b']],
    ['ChildDeleting', [child('a', 'Deleting')], ['a']],
    ['ChildSuspended', [child('a', 'Suspended')], ['a']],
    ['ChildPaused', [child('a', 'Paused')], ['a']],
    ['ChildNameTaken', [child('a', 'Failed'), taken], ['taken']],
    [
      'ChildFailed',
      [
        child('a', 'Failed', {
          reason: 'ChildFailed',
          children: [child('c', 'Delivered'), child('d', 'Failed')],
        }),
      ],
      ['a', 'd'],
    ],
    ['ChildrenInProgress', [child('a', 'Running')], []],
    ['ChildFailed', [], []],
    ['toString', [child('a', 'Failed')], []],
  ])('%s of %j is because of %j', (reason, children, names) => {
    expect(findCause({ reason }, children).map(({ name }) => name)).toEqual(
      names,
    );
  });
});

describe('countDelivered', () => {
  it('counts what is delivered or ready, and nothing that has a problem', () => {
    expect(
      countDelivered([
        child('a', 'Delivered'),
        child('b', 'Ready'),
        child('c', 'Running'),
        { ...child('d', 'Delivered'), problem: taken.problem },
        taken,
      ]),
    ).toBe('2 of 5 delivered');
  });
});
