import type { DeliveredFiles } from '@promissory/plugin-promises-engine';
import fc from 'fast-check';
import { stringify } from 'yaml';
import { checkDeliveredEntity, isEntityDocument } from './checkDeliveredEntity';
import { decideItems } from './decideItems';
import { EntityChecks } from './EntityChecks';
import { findCandidates } from './findCandidates';
import { findPlaceholder } from './findPlaceholder';
import { parseEntityFile } from './parseEntityFile';
import { planClaims } from './planClaims';
import { requestEntityName } from './requestEntityName';

const order = { ownerRef: 'group:default/Web', namespace: 'team-a' };

function component(name: string, change: Record<string, unknown> = {}) {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name },
    spec: { type: 'service', lifecycle: 'production', owner: 'web' },
    ...change,
  };
}

function delivered(
  holder: string,
  more: Partial<DeliveredFiles> = {},
): DeliveredFiles {
  return {
    placement: `p-${holder}`,
    destination: 'catalog',
    path: 'catalog',
    holder,
    requestUid: holder,
    namespace: 'default',
    promiseName: 'service',
    ownerRef: 'group:default/web',
    files: [{ filepath: `${holder}.yaml`, sha256: holder }],
    ...more,
  };
}

describe('parseEntityFile', () => {
  it('tells the line of each document', () => {
    expect(
      parseEntityFile('a: 1\n---\n# why\nb: 2\n---\n- no object\n'),
    ).toEqual({
      documents: [
        { line: 1, value: { a: 1 } },
        { line: 4, value: { b: 2 } },
      ],
    });
  });

  it('takes JSON and nothing', () => {
    expect(parseEntityFile('{"a": 1}')).toEqual({
      documents: [{ line: 1, value: { a: 1 } }],
    });
    expect(parseEntityFile('')).toEqual({ documents: [] });
  });

  it.each([
    ['broken text', 'a: [1'],
    ['the same key twice', 'a: 1\na: 2'],
    [
      'aliases that grow',
      `a: &a [x,x,x,x,x,x,x,x,x,x]\n${'bcdefg'
        .split('')
        .map(
          (key, index) =>
            `${key}: &${key} [${Array(10)
              .fill(`*${'abcdef'[index]}`)
              .join(',')}]`,
        )
        .join('\n')}`,
    ],
  ])('refuses %s', (_, text) => {
    expect(parseEntityFile(text)).toEqual({ problem: expect.any(String) });
  });
});

describe('isEntityDocument', () => {
  it.each([
    ['backstage.io/v1alpha1', true],
    ['scaffolder.backstage.io/v1beta3', true],
    ['v1', false],
    ['evilbackstage.io/v1', false],
    [undefined, false],
  ])('%s: %s', (apiVersion, expected) => {
    expect(isEntityDocument({ apiVersion })).toBe(expected);
  });
});

describe('findPlaceholder', () => {
  it('finds what the catalog would resolve, and nothing else', () => {
    expect(findPlaceholder({ spec: { definition: { $text: './a' } } })).toBe(
      'spec.definition.$text',
    );
    expect(findPlaceholder({ list: [{ $json: 'x' }] })).toBe('list.0.$json');
    expect(findPlaceholder({ a: '$text', b: { $text: 1, c: 2 } })).toBe(
      undefined,
    );
  });
});

describe('checkDeliveredEntity', () => {
  it.each([
    ['in the default namespace', component('a')],
    [
      'in that of the request',
      component('a', {
        metadata: { name: 'a', namespace: 'team-a' },
        spec: { type: 's', lifecycle: 'p', owner: 'group:default/web' },
      }),
    ],
    [
      'a System',
      { ...component('a'), kind: 'System', spec: { owner: 'group:web' } },
    ],
    [
      'a Resource',
      {
        ...component('a'),
        kind: 'Resource',
        spec: { type: 'db', owner: 'WEB' },
      },
    ],
    [
      'an API',
      component('a', {
        kind: 'API',
        spec: {
          type: 'openapi',
          lifecycle: 'p',
          owner: 'web',
          definition: '{}',
        },
      }),
    ],
  ])('takes one %s', async (_, value) => {
    expect(await checkDeliveredEntity(value, order)).toEqual({
      entity: expect.objectContaining({ kind: value.kind }),
    });
  });

  it.each([
    ['Group', component('a', { kind: 'Group' }), /kind Group may not/],
    ['Location', component('a', { kind: 'Location' }), /kind Location may not/],
    ['toString', component('a', { kind: 'toString' }), /kind toString may not/],
    ['no kind', component('a', { kind: undefined }), /kind undefined may not/],
    ['no metadata', component('a', { metadata: undefined }), /metadata/],
    ['a bad name', component('a b'), /metadata.name/],
    ['no owner', component('a', { spec: { type: 's' } }), /spec|lifecycle/],
    [
      'another owner',
      component('a', { spec: { type: 's', lifecycle: 'p', owner: 'data' } }),
      /spec.owner: group:default\/data is not .* write group:default\/web/,
    ],
    [
      'an owner of another namespace',
      component('a', {
        metadata: { name: 'a', namespace: 'team-a' },
      }),
      /group:team-a\/web/,
    ],
    [
      'another namespace',
      component('a', { metadata: { name: 'a', namespace: 'b' } }),
      /metadata.namespace: b .* write default or team-a/,
    ],
    [
      'the type of orders',
      component('a', {
        kind: 'Resource',
        spec: { type: 'promise-request', owner: 'web' },
      }),
      /spec.type: promise-request is for/,
    ],
    [
      'an unknown version',
      component('a', { apiVersion: 'backstage.io/v9' }),
      /apiVersion backstage.io\/v9/,
    ],
  ])('refuses %s', async (_, value, message) => {
    expect(await checkDeliveredEntity(value, order)).toEqual({
      problem: expect.stringMatching(message),
    });
  });

  it('drops what the catalog adds itself', async () => {
    const checked = await checkDeliveredEntity(
      component('a', {
        relations: [{ type: 'ownedBy' }],
        status: { items: [] },
      }),
      order,
    );
    expect(Object.keys('entity' in checked ? checked.entity : {})).toEqual(
      expect.not.arrayContaining(['relations', 'status']),
    );
  });

  it('refuses all of what nobody owns', async () => {
    expect(await checkDeliveredEntity(component('a'), {})).toEqual({
      problem: expect.stringContaining('nobody owns'),
    });
  });
});

describe('names', () => {
  const ref = 'component:default/a';
  const find = async (...holders: string[]) =>
    (
      await findCandidates({
        checks: EntityChecks.create(),
        delivered: holders.map(holder => delivered(holder)),
        readFile: () => parseEntityFile(stringify(component('a'))),
      })
    ).candidates;

  it('go to whoever delivered first, and stay there', async () => {
    expect(
      planClaims({ candidates: await find('one', 'two'), claims: [] }),
    ).toEqual({ release: [], claim: [{ entityRef: ref, holder: 'one' }] });
    expect(
      planClaims({
        candidates: await find('one', 'two'),
        claims: [{ entityRef: ref, holder: 'two' }],
      }),
    ).toEqual({ release: [], claim: [] });
  });

  it('are given up by whoever does not deliver any more', async () => {
    expect(
      planClaims({
        candidates: await find('two'),
        claims: [
          { entityRef: ref, holder: 'one' },
          { entityRef: 'component:default/b', holder: 'two' },
        ],
      }),
    ).toEqual({
      release: [
        { entityRef: ref, holder: 'one' },
        { entityRef: 'component:default/b', holder: 'two' },
      ],
      claim: [{ entityRef: ref, holder: 'two' }],
    });
  });

  const decide = async (options: {
    holder?: string;
    foreign?: string;
    orders?: boolean;
    kind?: string;
  }) => {
    const { candidates } = await findCandidates({
      checks: EntityChecks.create(),
      delivered: [delivered('one')],
      readFile: () =>
        parseEntityFile(
          stringify(
            options.kind
              ? {
                  ...component('service_x'),
                  kind: 'Resource',
                  spec: { type: 'db', owner: 'web' },
                }
              : component('a'),
          ),
        ),
    });
    const [{ entityRef }] = candidates;
    return decideItems({
      candidates,
      claims: options.holder ? [{ entityRef, holder: options.holder }] : [],
      orders: options.orders
        ? [
            {
              uid: 'x',
              promiseName: 'service',
              promiseTitle: 'Service',
              namespace: 'default',
              name: 'x',
              ownerRef: 'group:default/web',
            },
          ]
        : [],
      foreign: new Map(options.foreign ? [[entityRef, options.foreign]] : []),
      requestUrl: () => undefined,
    });
  };

  it.each([
    [
      'another request has',
      { holder: 'two' },
      /delivered before by request two/,
    ],
    ['a Promise has', { holder: 'promise:p' }, /delivered before by a Promise/],
    [
      'a file has',
      { foreign: 'url:https://x' },
      /already, from url:https:\/\/x/,
    ],
    ['nobody could check', {}, /not known to be free yet/],
    [
      'an order has',
      { holder: 'one', orders: true, kind: 'Resource' },
      /is the entity of request x/,
    ],
  ])('that %s are refused', async (_, options, message) => {
    const { items, refusals, delivered: shown } = await decide(options);
    expect(refusals).toEqual([
      expect.objectContaining({
        holder: 'one',
        message: expect.stringMatching(message),
      }),
    ]);
    expect(shown.size).toBe(0);
    expect(items.map(({ locationKey }) => locationKey)).not.toContain(
      'promissory:one',
    );
  });

  it('of the same entity at two Destinations are one, of different ones are told', async () => {
    const texts: Record<string, string> = {
      s1: stringify(component('a')),
      s2: stringify(component('a', { metadata: { name: 'a', title: 'B' } })),
    };
    const at = (destination: string, sha256: string) =>
      delivered('one', {
        destination,
        files: [{ filepath: 'a.yaml', sha256 }],
      });
    const find2 = (second: string) =>
      findCandidates({
        checks: EntityChecks.create(),
        delivered: [at('d1', 's1'), at('d2', second)],
        readFile: sha256 => parseEntityFile(texts[sha256]),
      });
    expect((await find2('s1')).refusals).toEqual([]);
    expect((await find2('s1')).candidates).toHaveLength(1);
    expect((await find2('s2')).refusals).toEqual([
      expect.objectContaining({
        destination: 'd2',
        message: expect.stringContaining('is also in a.yaml of d1'),
      }),
    ]);
  });
});

describe('requestEntityName', () => {
  const name = fc.stringMatching(/^[a-z0-9]([a-z0-9.-]{0,80}[a-z0-9])?$/);

  it('is a name of the catalog', () => {
    fc.assert(
      fc.property(name, name, (promise, request) => {
        expect(requestEntityName(promise, request)).toMatch(
          /^(?=.{1,63}$)[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?$/,
        );
      }),
    );
  });

  it('is that of one request only', () => {
    fc.assert(
      fc.property(name, name, name, name, (a, b, c, d) => {
        fc.pre(a !== c || b !== d);
        expect(requestEntityName(a, b)).not.toBe(requestEntityName(c, d));
      }),
    );
    expect(requestEntityName('a-b', 'c')).not.toBe(
      requestEntityName('a', 'b-c'),
    );
  });
});
