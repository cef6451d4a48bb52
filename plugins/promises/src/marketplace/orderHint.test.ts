import type { PromiseCard } from '@promissory/plugin-promises-common';
import { orderHint } from './orderHint';

const good: PromiseCard = {
  name: 'postgresql',
  entityRef: 'promise:default/postgresql',
  title: 'PostgreSQL',
  tags: [],
  availability: { state: 'Available', reason: 'Available', message: 'Yes.' },
  runner: { available: true, name: 'function' },
  api: { group: 'a.io', version: 'v1', kind: 'A', plural: 'as' },
  orderable: true,
  requirements: [],
  updatedAt: '2026-01-01T00:00:00Z',
};

describe('orderHint', () => {
  it('says nothing where an order is possible', () => {
    expect(orderHint(good)).toEqual({ orderable: true });
  });

  it('finds nothing wrong with one that is not made to be ordered', () => {
    expect(
      orderHint({ ...good, orderable: false, api: undefined }),
    ).toMatchObject({
      orderable: false,
      isSupport: true,
      reason: expect.stringMatching(/no API/),
    });
  });

  it.each<[string, Partial<PromiseCard>, RegExp, unknown]>([
    [
      'a withdrawn one',
      {
        availability: {
          state: 'Withdrawn',
          reason: 'Withdrawn',
          message: 'It left the catalog.',
        },
      },
      /left the catalog/,
      expect.stringMatching(/registered again/),
    ],
    [
      'an untrusted one',
      {
        availability: {
          state: 'Untrusted',
          reason: 'x',
          message: 'Untrusted.',
        },
      },
      /Untrusted/,
      expect.stringMatching(/promises\.trustedLocations/),
    ],
    [
      'one without a runner',
      {
        runner: {
          available: false,
          missing: 'No runner for ghcr.io/x/y.',
          remedy: 'Add the container module.',
        },
      },
      /ghcr\.io/,
      expect.stringMatching(/container module/),
    ],
    [
      'one without the permission',
      { deniedPermission: 'promises.request.create' },
      /promises\.request\.create/,
      expect.stringMatching(/administrator/),
    ],
    [
      'somebody without a namespace',
      {},
      /no namespace/,
      expect.stringMatching(/promises\.namespaces/),
    ],
  ])('gives the reason for %s', (_name, change, reason, remedy) => {
    const hint = orderHint({ ...good, orderable: false, ...change });
    expect(hint).toEqual({
      orderable: false,
      reason: expect.stringMatching(reason),
      remedy,
    });
  });
});
