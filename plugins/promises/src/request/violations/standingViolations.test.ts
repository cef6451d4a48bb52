import fc from 'fast-check';
import type { PolicyViolation } from '@promissory/plugin-promises-common';
import { countViolations } from './countViolations';
import { readPath } from './readPath';
import { standingViolations } from './standingViolations';

function violation(path?: string): PolicyViolation {
  return {
    rule: path ?? 'whole',
    severity: 'error',
    message: 'Not so.',
    ...(path === undefined ? {} : { path }),
  };
}

function request(spec: Record<string, unknown>, paths: string[]) {
  return {
    spec,
    state: {
      name: 'Failed' as const,
      reason: 'PolicyViolation',
      message: '',
      since: '2026-01-01T12:00:00Z',
      violations: [violation(), ...paths.map(violation)],
    },
  };
}

describe('standingViolations', () => {
  it('drops those whose field says something else now, and keeps the others', () => {
    const spec = { replicas: 1, hosts: ['a', 'b'], size: 'small' };
    const found = standingViolations(
      request(spec, [
        'spec.replicas',
        'spec.hosts[1]',
        'spec.hosts',
        'spec.size',
        'spec.alerts.contact',
        'metadata.labels',
      ]),
      { ...spec, hosts: ['a', 'c'], alerts: { contact: 'web' } },
    );
    expect(found.map(({ rule }) => rule)).toEqual([
      'whole',
      'spec.replicas',
      'spec.size',
      'metadata.labels',
    ]);
  });

  it('keeps all while nothing changes, whatever the order of keys', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), spec => {
        const before = request(
          spec,
          Object.keys(spec).map(key => `spec.${key}`),
        );
        const after = Object.fromEntries(Object.entries(spec).reverse());
        expect(standingViolations(before, after)).toEqual(
          before.state.violations,
        );
      }),
    );
  });
});

describe('readPath', () => {
  it.each([
    ['', { spec: { 'a.b': { c: [1, { d: 2 }] }, a: 3 } }],
    ['spec.a.b.c[1].d', 2],
    ['spec.a', 3],
    ['spec.a.b.c[7].d', undefined],
    ['spec.none', undefined],
    ['spec.a.x', undefined],
  ])('%s', (path, expected) => {
    expect(
      readPath({ spec: { 'a.b': { c: [1, { d: 2 }] }, a: 3 } }, path),
    ).toEqual(expected);
  });
});

describe('countViolations', () => {
  it.each([
    [['error'], '1 error'],
    [['error', 'warning', 'error'], '2 errors, 1 warning'],
    [['warning', 'warning'], '2 warnings'],
  ])('%j is %s', (severities, expected) => {
    expect(
      countViolations(
        severities.map(severity => ({
          ...violation(),
          severity: severity as PolicyViolation['severity'],
        })),
      ),
    ).toBe(expected);
  });
});
