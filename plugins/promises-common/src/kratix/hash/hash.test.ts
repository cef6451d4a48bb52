import fc from 'fast-check';
import { promiseDocument } from '../fixtures/promiseDocument';
import recordedSpec from '../fixtures/recordedSpec.json';
import { parsePromise } from '../promise/parsePromise';
import type { PromiseDefinition } from '../types';
import { canonicalJson } from './canonicalJson';
import { hashDefinition } from './hashDefinition';
import { hashPromiseSpec } from './hashPromiseSpec';
import { hashResourceWorkflow } from './hashResourceWorkflow';
import { hashSpec } from './hashSpec';
import { orderedJson } from './orderedJson';

const FOO_BAR = '9bb58f26192e4ba00f01e2e7b136bbd8';

describe('hashes of Kratix', () => {
  it('hashes a spec', () => {
    expect(hashSpec({ foo: 'bar' })).toBe(FOO_BAR);
  });

  it.each([
    [false, '8fd95eb563716faab13d601a0a501fc6'],
    [true, '0779512f47ecf263750f24c570b4a7a2'],
  ])('hashes a workflow, dry run %s', (dryRun, hash) => {
    expect(
      hashResourceWorkflow({
        promiseHash: FOO_BAR,
        resourceHash: FOO_BAR,
        dryRun,
      }),
    ).toBe(hash);
  });

  it('hashes a Promise as Kratix labelled the Job of one', () => {
    // Recorded: the Promise of the fixture, and the label kratix.io/hash of its Job.
    const { definition } = parsePromise({
      apiVersion: 'platform.kratix.io/v1alpha1',
      kind: 'Promise',
      metadata: { name: 's01-site' },
      spec: recordedSpec,
    });
    const promiseHash = hashPromiseSpec(definition!);
    const resourceHash = hashSpec({
      replicas: 2,
      tier: 'small',
      title: 'untitled',
      tls: { enabled: true, minVersion: '1.2' },
    });
    expect(hashResourceWorkflow({ promiseHash, resourceHash })).toBe(
      'd1fb0bf8d244a18af935fce7890138f2',
    );
  });

  it('does not see metadata, empty lists or unknown fields', () => {
    const definition = promiseDocument() as unknown as PromiseDefinition;
    const other = {
      ...definition,
      metadata: { name: 'other' },
      spec: { ...definition.spec, dependencies: [], surprise: 1 },
    };
    expect(hashPromiseSpec(other)).toBe(hashPromiseSpec(definition));
  });
});

describe('hashDefinition', () => {
  it('is the sha256 of the canonical JSON', () => {
    expect(hashDefinition({})).toBe(
      '44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a',
    );
  });
});

describe('canonicalJson', () => {
  it.each<[unknown, string]>([
    [{ b: 1, a: [true, null, 'x'] }, '{"a":[true,null,"x"],"b":1}'],
    [{ a: undefined, b: [undefined] }, '{"b":[null]}'],
    ['<a & b>\u2028', '"\\u003ca \\u0026 b\\u003e\\u2028"'],
    ['\ud800', '"\ufffd"'],
    [{ '\u{1F600}': 1, '\uFFFD': 2 }, '{"\uFFFD":2,"\u{1F600}":1}'],
    [1e21, '1e+21'],
    [1.5, '1.5'],
    [-0, '-0'],
  ])('prints %j', (value, text) => {
    expect(canonicalJson(value)).toBe(text);
  });

  it('refuses what is no JSON', () => {
    expect(() => canonicalJson({ a: 1n })).toThrow(TypeError);
    expect(() => canonicalJson(Number.NaN)).toThrow(TypeError);
  });

  it('says the same whatever the order of keys, and can be parsed again', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), object => {
        const reversed = Object.fromEntries(Object.entries(object).reverse());
        const text = canonicalJson(object);
        expect(canonicalJson(reversed)).toBe(text);
        expect(canonicalJson(JSON.parse(text))).toBe(text);
      }),
    );
  });
});

describe('orderedJson', () => {
  it('keeps the order of keys, and what the document is hashed to', () => {
    expect(orderedJson({ b: -0, a: { d: [], c: '<' } })).toBe(
      '{"b":-0,"a":{"d":[],"c":"\\u003c"}}',
    );
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), object => {
        const again = JSON.parse(orderedJson(object));
        expect(canonicalJson(again)).toBe(canonicalJson(object));
      }),
    );
  });
});
