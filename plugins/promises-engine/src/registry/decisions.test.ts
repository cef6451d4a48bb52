import type { PromiseApi } from '@promissory/plugin-promises-common';
import fc from 'fast-check';
import { checkApiChange } from './checkApiChange';
import { decideOwnership, type Holder } from './decideOwnership';
import { decidePromiseState } from './decidePromiseState';
import { decideRequirement } from './decideRequirement';

const holder = (fields: Partial<Holder> = {}): Holder => ({
  id: '1',
  entityRef: 'promise:default/redis',
  state: 'Available',
  liveRequests: 0,
  shares: 'name',
  ...fields,
});

describe('decideOwnership', () => {
  it.each`
    what                                     | eligible | held     | holders                                                                 | holds    | refused  | yielding
    ${'a first one'}                         | ${true}  | ${false} | ${[]}                                                                   | ${true}  | ${false} | ${[]}
    ${'a bad first one'}                     | ${false} | ${false} | ${[]}                                                                   | ${false} | ${false} | ${[]}
    ${'one that turned bad'}                 | ${false} | ${true}  | ${[]}                                                                   | ${true}  | ${false} | ${[]}
    ${'a second one'}                        | ${true}  | ${false} | ${[holder()]}                                                           | ${false} | ${true}  | ${[]}
    ${'beside an invalid one'}               | ${true}  | ${false} | ${[holder({ state: 'Invalid' })]}                                       | ${false} | ${true}  | ${[]}
    ${'after a withdrawn one'}               | ${true}  | ${false} | ${[holder({ state: 'Withdrawn' })]}                                     | ${true}  | ${false} | ${['1']}
    ${'after an untrusted one'}              | ${true}  | ${false} | ${[holder({ state: 'Untrusted' })]}                                     | ${true}  | ${false} | ${['1']}
    ${'after a withdrawn one with requests'} | ${true}  | ${false} | ${[holder({ state: 'Withdrawn', liveRequests: 2 })]}                    | ${false} | ${true}  | ${[]}
    ${'a bad one after a withdrawn one'}     | ${false} | ${false} | ${[holder({ state: 'Withdrawn' })]}                                     | ${false} | ${false} | ${[]}
    ${'one that changes to a held API'}      | ${true}  | ${true}  | ${[holder({ shares: 'api' })]}                                          | ${true}  | ${true}  | ${[]}
    ${'name free, API held'}                 | ${true}  | ${false} | ${[holder({ state: 'Withdrawn' }), holder({ id: '2', shares: 'api' })]} | ${false} | ${true}  | ${[]}
  `('$what', ({ eligible, held, holders, holds, refused, yielding }) => {
    const ownership = decideOwnership({ eligible, held, holders });
    expect(ownership.holds).toBe(holds);
    expect(ownership.refusedBy !== undefined).toBe(refused);
    expect(ownership.yielding).toEqual(yielding);
  });

  it('never lets a new holder stand beside one that keeps its name', () => {
    const holders = fc.array(
      fc.record({
        id: fc.string(),
        entityRef: fc.constant('promise:default/x'),
        state: fc.constantFrom(
          'Available',
          'Unavailable',
          'Withdrawn',
          'Untrusted',
          'Invalid',
        ),
        liveRequests: fc.nat(2),
        shares: fc.constantFrom('name' as const, 'api' as const),
      }),
    );
    fc.assert(
      fc.property(fc.boolean(), holders, (eligible, others) => {
        const result = decideOwnership({
          eligible,
          held: false,
          holders: others,
        });
        expect(result.yielding).toEqual(
          result.holds ? others.map(({ id }) => id) : [],
        );
      }),
    );
  });
});

describe('decidePromiseState', () => {
  const good = { name: 'redis', trusted: true, findings: [] };
  it.each([
    [{ ...good }, 'Unavailable', 'PromiseUnavailable', /Cannot fulfil/],
    [
      { ...good, recorded: { state: 'Available', reason: 'r', message: 'm' } },
      'Available',
      'r',
      /^m$/,
    ],
    [
      { ...good, recorded: { state: 'Withdrawn', reason: 'r', message: 'm' } },
      'Unavailable',
      'PromiseUnavailable',
      /Cannot fulfil/,
    ],
    [
      { ...good, trusted: false, location: 'url:https://x/p.yaml' },
      'Untrusted',
      'LocationNotTrusted',
      /Location url:https:\/\/x\/p.yaml is not trusted.*promises.trustedLocations/,
    ],
    [
      {
        ...good,
        findings: [
          { severity: 'warning' as const, message: 'w' },
          { severity: 'error' as const, path: 'spec.api', message: 'bad' },
          { severity: 'error' as const, message: 'worse' },
        ],
      },
      'Invalid',
      'DefinitionInvalid',
      /^spec.api: bad \(and 1 more\)$/,
    ],
    [
      { ...good, refusedBy: holder() },
      'Refused',
      'NameHeld',
      /^The name redis is held by promise:default\/redis: rename/,
    ],
    [
      {
        ...good,
        refusedBy: holder({
          shares: 'api',
          state: 'Withdrawn',
          liveRequests: 3,
        }),
      },
      'Refused',
      'ApiHeld',
      /API.*withdrawn but still has 3 requests/,
    ],
  ])('%#: says why', (facts, state, reason, message) => {
    expect(decidePromiseState(facts)).toEqual({
      state,
      reason,
      message: expect.stringMatching(message),
    });
  });
});

describe('decideRequirement', () => {
  const required = { name: 'redis', version: 'v1' };
  it.each([
    [undefined, 'Requirement not installed'],
    [{ state: 'Withdrawn', versions: ['v1'] }, 'Requirement not installed'],
    [
      { state: 'Available', versions: ['v2'] },
      'Requirement not installed at the specified version',
    ],
    [{ state: 'Unavailable', versions: ['v1'] }, 'Requirement not available'],
    [{ state: 'Available', versions: ['v1', 'v2'] }, 'Requirement installed'],
  ])('%j: %s', (installed, state) => {
    expect(decideRequirement(required, installed)).toEqual({
      ...required,
      state,
      fulfilled: state === 'Requirement installed',
    });
  });

  it('takes any version where none is asked for', () => {
    expect(
      decideRequirement(
        { name: 'redis' },
        { state: 'Available', versions: ['not-set'] },
      ),
    ).toEqual({
      name: 'redis',
      state: 'Requirement installed',
      fulfilled: true,
    });
  });
});

describe('checkApiChange', () => {
  const api: PromiseApi = {
    group: 'demo.io',
    version: 'v1',
    kind: 'Redis',
    plural: 'redises',
  };
  it.each([
    ['no request', api, { ...api, kind: 'X' }, 0, []],
    ['no API before', undefined, api, 3, []],
    ['another version', api, { ...api, version: 'v2' }, 3, []],
    ['no API after', api, undefined, 3, ['spec.api']],
    [
      'another kind',
      api,
      { ...api, kind: 'X', plural: 'xs' },
      3,
      ['spec.api.spec.names.kind', 'spec.api.spec.names.plural'],
    ],
    [
      'another group',
      api,
      { ...api, group: 'x.io' },
      1,
      ['spec.api.spec.group'],
    ],
  ])('%s', (_, before, after, liveRequests, paths) => {
    const findings = checkApiChange({ before, after, liveRequests });
    expect(findings.map(({ path }) => path)).toEqual(paths);
    expect(findings.every(({ severity }) => severity === 'error')).toBe(true);
  });
});
