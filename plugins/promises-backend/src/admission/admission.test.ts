import { decideOwner, type OwnerQuestion } from './decideOwner';
import { whyNotChangeable, whyNotOrderable } from './decideOrderable';
import { mayOwn } from './mayOwn';
import { namespaceChoices } from './namespaceChoices';

describe('decideOwner', () => {
  const base: OwnerQuestion = {
    rules: [
      { pattern: 'default' },
      { pattern: 'web-*', groups: ['group:default/web', 'Group:default/Ops'] },
      { pattern: 'none', groups: [] },
    ],
    namespace: 'default',
    callerRefs: ['user:default/alice', 'group:default/web'],
    wanted: undefined,
    current: undefined,
  };
  it.each<[string, Partial<OwnerQuestion>, string]>([
    ['the only group', {}, 'group:default/web'],
    ['in any case', { wanted: 'Group:default/Web' }, 'group:default/web'],
    [
      'themselves without groups',
      { callerRefs: ['user:default/x'] },
      'user:default/x',
    ],
    ['the group of the namespace', { namespace: 'web-1' }, 'group:default/web'],
    [
      'who owns it now',
      { current: 'group:default/other' },
      'group:default/other',
    ],
    [
      'a group of theirs on a change',
      { current: 'group:default/other', wanted: 'group:default/web' },
      'group:default/web',
    ],
    [
      'what a service says',
      { callerRefs: undefined, wanted: 'group:default/any' },
      'group:default/any',
    ],
  ])('is %s', (_, change, ownerRef) => {
    expect(decideOwner({ ...base, ...change })).toEqual({ ownerRef });
  });
  it.each<[string, Partial<OwnerQuestion>, string, string]>([
    [
      'another group',
      { wanted: 'group:default/ops' },
      'owner',
      'you cannot order for',
    ],
    [
      'a choice',
      { callerRefs: ['group:default/a', 'group:default/b'] },
      'owner',
      'group:default/a, group:default/b',
    ],
    ['no ref', { wanted: 'web' }, 'owner', 'no entity ref'],
    [
      'a namespace that is not there',
      { namespace: 'x' },
      'metadata.namespace',
      'there are: default',
    ],
    [
      'a namespace of others',
      { namespace: 'web-1', callerRefs: ['user:default/x'] },
      'metadata.namespace',
      'that you are not in',
    ],
    [
      'a namespace of nobody',
      { namespace: 'none' },
      'metadata.namespace',
      'that you are not in',
    ],
    [
      'a service that says nothing',
      { callerRefs: undefined },
      'owner',
      'has to name',
    ],
    [
      'a service in a namespace of others',
      { callerRefs: undefined, namespace: 'web-1', wanted: 'group:default/x' },
      'owner',
      'belongs to',
    ],
    [
      'a change to another group',
      { current: 'group:default/web', wanted: 'group:default/ops' },
      'owner',
      'you cannot order for',
    ],
  ])('refuses %s', (_, change, path, message) => {
    const { errors } = decideOwner({ ...base, ...change });
    expect(errors).toMatchObject([{ path }]);
    expect(errors?.[0].message).toContain(message);
  });
});

describe('namespaceChoices', () => {
  it('leaves out what the caller may not order in', () => {
    expect(
      namespaceChoices(
        [
          { pattern: 'default' },
          { pattern: 'ops-*', groups: ['group:default/ops'] },
        ],
        ['user:default/alice', 'group:default/web'],
      ),
    ).toEqual([{ namespace: 'default', owners: ['group:default/web'] }]);
  });
});

describe('whyNotOrderable', () => {
  const base = {
    name: 'p',
    availability: { state: 'Available', reason: 'r', message: 'm' } as const,
    hasApi: true,
    runner: { available: true, name: 'function' },
  };
  it('is nothing for an available Promise, nor while its pipelines run', () => {
    expect(whyNotOrderable(base)).toBeUndefined();
    expect(
      whyNotOrderable({
        ...base,
        availability: {
          state: 'Unavailable',
          reason: 'PipelinesInProgress',
          message: '',
        },
      }),
    ).toBeUndefined();
  });
  it.each([
    'Unavailable',
    'Withdrawn',
    'Untrusted',
    'Invalid',
    'Refused',
  ] as const)('tells of %s', state => {
    const availability = { state, reason: 'x', message: 'because' };
    expect(whyNotOrderable({ ...base, availability })).toMatch(
      new RegExp(
        `p takes no orders: it is ${state.toLocaleLowerCase()}. because`,
      ),
    );
  });
  it('tells of a missing API and a missing runner', () => {
    expect(whyNotOrderable({ ...base, hasApi: false })).toContain('no API');
    expect(
      whyNotOrderable({
        ...base,
        runner: { available: false, missing: 'no engine', remedy: 'Add one.' },
      }),
    ).toBe('The Promise p takes no orders: no engine. Add one.');
  });
  it.each([
    ['Withdrawn', false],
    ['Unavailable', false],
    ['Untrusted', true],
    ['Invalid', true],
    ['Refused', true],
  ] as const)('a change while %s is refused: %s', (state, refused) => {
    const availability = { state, reason: 'x', message: 'm' };
    expect(whyNotChangeable({ ...base, availability }) !== undefined).toBe(
      refused,
    );
  });
});

describe('mayOwn', () => {
  const rules = [
    { pattern: 'data-*', groups: ['group:default/data'] },
    { pattern: 'default' },
  ];

  it.each([
    ['default', 'group:default/web', true],
    ['default', 'user:default/alice', true],
    ['data-a', 'group:default/data', true],
    ['data-a', 'group:default/web', false],
    ['nowhere', 'group:default/web', false],
  ])('%s by %s: %s', (namespace, ownerRef, expected) => {
    expect(mayOwn(rules, { namespace, ownerRef })).toBe(expected);
  });
});
