import { compileForm } from '@promissory/plugin-promises-common';
import { locateField } from './locateField';

describe('locateField', () => {
  const { root } = compileForm({
    type: 'object',
    properties: {
      size: { type: 'string' },
      network: {
        type: 'object',
        properties: { 'a.b': { type: 'string' }, a: { type: 'string' } },
      },
      hosts: {
        type: 'array',
        items: { type: 'object', properties: { name: { type: 'string' } } },
      },
      labels: { type: 'object', additionalProperties: { type: 'string' } },
      extra: { type: 'object', 'x-kubernetes-preserve-unknown-fields': true },
    },
  });
  const object = { spec: { labels: { 'x.io/y': '1' } } };

  it.each<[string, Array<string | number>]>([
    ['spec', ['spec']],
    ['spec.size', ['spec', 'size']],
    ['spec.network.a.b', ['spec', 'network', 'a.b']],
    ['spec.network.a', ['spec', 'network', 'a']],
    ['spec.hosts[2].name', ['spec', 'hosts', 2, 'name']],
    ['spec.labels.x.io/y', ['spec', 'labels', 'x.io/y']],
    ['spec.extra.deep[3].more', ['spec', 'extra']],
    ['spec.unknown', ['spec']],
  ])('finds the field of %s', (errorPath, path) => {
    expect(
      locateField({ root, base: ['spec'], errorPath, object }).path,
    ).toEqual(path);
  });
});
