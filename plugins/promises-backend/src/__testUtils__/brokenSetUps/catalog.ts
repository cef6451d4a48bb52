import type { Entity } from '@backstage/catalog-model';
import { promiseDocument } from '../fixtures';
import type { BrokenSetUp } from './BrokenSetUp';

/** A location of which the catalog says what is wrong. */
function faultyLocation(target: string, message: string): Entity {
  const status = {
    items: [
      { type: 'backstage.io/catalog-processing', level: 'error', message },
    ],
  };
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Location',
    metadata: { name: 'generated-1', namespace: 'default' },
    spec: { type: 'url', target },
    status,
  } as Entity;
}

export const catalogSetUps: readonly BrokenSetUp[] = [
  {
    fault: 'no location is trusted',
    config: { trustedLocations: [] },
    publish: promises => promises.publish(promiseDocument()),
    check: 'trusted-locations',
    status: 'error',
    names: /No location is trusted/,
    mends: /trustedLocations:\n {4}- file:\/trusted\/promise\.yaml/,
    also: ['destinations', 'state-stores'],
  },
  {
    fault: 'every location is trusted',
    config: { trustedLocations: ['*'] },
    check: 'trusted-locations',
    status: 'warning',
    names: /\* trusts whatever anybody registers/,
    mends: /- url:https:\/\/github\.com\/<organisation>/,
  },
  {
    fault: 'a Promise from elsewhere',
    breakIt: async promises => {
      await promises.publish(
        promiseDocument({ name: 'other', kind: 'Other' }),
        {
          location: 'url:https://github.com/somebody/promise.yaml',
        },
      );
    },
    check: 'trusted-locations',
    status: 'warning',
    names: /Promise\/other: not from a trusted location/,
    mends: /- file:\/trusted\/\*\n {4}- url:https:\/\/github\.com\/somebody/,
  },
  {
    fault: 'rules of the catalog without Promises',
    root: {
      catalog: {
        rules: [{ allow: ['Component', 'Destination', 'GitStateStore'] }],
      },
    },
    check: 'catalog-rules',
    status: 'error',
    names: /No rule of the catalog allows the kind Promise/,
    mends: /- GitStateStore\n {4}- allow:\n {8}- Promise/,
  },
  {
    fault: 'a catalog without rules',
    root: { catalog: {} },
    check: 'catalog-rules',
    status: 'error',
    names: /No rule of the catalog allows the kind Destination/,
    mends: /- Location\n {4}- allow:\n {8}- Promise\n {8}- Destination/,
  },
  {
    fault: 'a location of which Templates are refused',
    breakIt: async promises => {
      promises.catalog.put(
        faultyLocation(
          'https://git.example.com/a/template.yaml',
          'NotAllowedError: Entity template:default/golden at url:https://git.example.com/a/template.yaml, originated at url:https://git.example.com/a/template.yaml, is not of an allowed kind for that location',
        ),
      );
    },
    check: 'catalog-rules',
    status: 'error',
    names: /refuses template:default\/golden .* the kind Template/,
    mends:
      /allow:\n {8}- Template\n {6}locations:\n {8}- type: url\n {10}exact: https:\/\/git/,
  },
  {
    fault: 'a host that the backend may not read from',
    config: {
      trustedLocations: ['file:/trusted/*', 'url:https://git.example.com/a/*'],
    },
    breakIt: async promises => {
      promises.catalog.put(
        faultyLocation(
          'https://git.example.com/a/promise.yaml',
          "Unable to read url: Reading from 'https://git.example.com/a/promise.yaml' is not allowed.",
        ),
      );
    },
    check: 'catalog-locations',
    status: 'error',
    names: /could not read it .* is not allowed/,
    mends: /reading:\n {4}allow:\n {6}- host: git\.example\.com/,
  },
  {
    fault: 'a catalog that does not answer',
    breakIt: async promises => {
      promises.catalog.broken = true;
    },
    check: 'catalog-locations',
    status: 'error',
    names: /could not be checked: The catalog is down/,
    mends: /^$/,
    also: ['catalog-rules', 'namespaces'],
  },
];
