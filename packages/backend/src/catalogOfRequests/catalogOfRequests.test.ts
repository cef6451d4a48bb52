import { createMockDirectory } from '@backstage/backend-test-utils';
import { ANNOTATION_REQUEST_UID } from '@promissory/plugin-promises-common';
import {
  component,
  destination,
  promise,
  stateStore,
} from './__testUtils__/documents';
import { eventually } from './__testUtils__/eventually';
import { startPortal } from './__testUtils__/startPortal';

jest.setTimeout(120_000);

describe('requests in the catalog', () => {
  const directory = createMockDirectory();
  let portal: Awaited<ReturnType<typeof startPortal>>;

  const start = async (catalog?: Record<string, boolean | string>) => {
    portal = await startPortal({
      directory: directory.path,
      targets: [
        'store.yaml',
        'destination.yaml',
        'promise.yaml',
        'own.yaml',
      ].map(file => directory.resolve(`files/${file}`)),
      catalog,
    });
    await eventually(async () => {
      const { body } = await portal.call('/promises/v1/promises/service');
      expect(body.availability?.state).toBe('Available');
    });
  };

  beforeEach(() => {
    directory.setContent({
      files: {
        'store.yaml': stateStore,
        'destination.yaml': destination(),
        'promise.yaml': promise,
        'own.yaml': component('legacy', { spec: { owner: 'group:default/x' } }),
      },
    });
  });
  afterEach(() => portal.stop());

  const present = (ref: string) =>
    eventually(async () => {
      const entity = await portal.getEntity(ref);
      expect(entity?.relations?.length).toBeGreaterThan(0);
      return entity!;
    });
  const absent = (ref: string) =>
    eventually(async () => expect(await portal.getEntity(ref)).toBeUndefined());
  const catalogOf = async (uid: string) =>
    (await portal.call(`/promises/v1/requests/${uid}`)).body.catalog;

  it('shows what was delivered and its order, linked both ways, and removes both with the request', async () => {
    await start();
    const uid = await portal.order('orders', {
      text: component('orders', {
        metadata: {
          annotations: {
            'backstage.io/managed-by-location': 'url:https://evil.example.com',
            [ANNOTATION_REQUEST_UID]: 'another',
            'example.com/kept': 'yes',
          },
        },
      }),
    });
    const service = await present('component:default/orders');
    const url = `https://portal.example.com/app/promises/requests/${uid}`;
    expect(service.metadata).toMatchObject({
      annotations: {
        'backstage.io/managed-by-location': expect.stringContaining(
          `promissory:${uid}/catalog/`,
        ),
        'backstage.io/managed-by-origin-location': `promissory:${uid}`,
        [ANNOTATION_REQUEST_UID]: uid,
        'example.com/kept': 'yes',
      },
      links: [{ url, title: 'Order', icon: 'dashboard' }],
    });
    const order = await eventually(async () => {
      const entity = await portal.getEntity('resource:default/service_orders');
      expect(entity?.relations).toContainEqual({
        type: 'dependencyOf',
        targetRef: 'component:default/orders',
      });
      return entity!;
    });
    expect(order.spec).toMatchObject({
      type: 'promise-request',
      owner: 'user:default/mock',
    });
    expect(order.metadata.title).toBe('Order orders (Service)');
    expect(order.metadata.description).toContain('component:default/orders');
    await eventually(async () =>
      expect(
        (
          await portal.getEntity('component:default/orders')
        )?.relations,
      ).toContainEqual({
        type: 'dependsOn',
        targetRef: 'resource:default/service_orders',
      }),
    );
    expect(await catalogOf(uid)).toEqual({
      entityRef: 'resource:default/service_orders',
      entities: ['component:default/orders'],
      findings: [],
    });

    await portal.call(`/promises/v1/requests/${uid}`, { method: 'DELETE' });
    await absent('component:default/orders');
    await absent('resource:default/service_orders');
  });

  it('follows a change, and keeps what is there while it is on its way', async () => {
    await start();
    await portal.order('orders', { text: component('orders') });
    await present('component:default/orders');
    const { body } = await portal.call('/promises/v1/requests');
    const { etag, uid } = body.items[0];
    const seen: boolean[] = [];
    const watch = setInterval(async () => {
      seen.push(
        (await portal.getEntity('resource:default/service_orders')) !==
          undefined,
      );
    }, 20);
    const answer = await portal.call(
      '/promises/v1/promises/service/requests/default/orders',
      {
        method: 'PUT',
        ifMatch: etag,
        body: {
          spec: { text: component('orders-two') },
          owner: 'user:default/mock',
        },
      },
    );
    expect(answer.status).toBe(200);
    await present('component:default/orders-two');
    await absent('component:default/orders');
    clearInterval(watch);
    expect(seen.every(Boolean)).toBe(true);
    await eventually(async () =>
      expect((await catalogOf(uid)).entities).toEqual([
        'component:default/orders-two',
      ]),
    );
  });

  it('refuses what an order may not say, and tells where', async () => {
    await start();
    const uid = await portal.order('bad', {
      text: [
        component('fine'),
        component('legacy'),
        component('theirs', { spec: { owner: 'group:default/finance' } }),
        component('elsewhere', { metadata: { namespace: 'finance' } }),
        component('no good name!'),
        component('reader', {
          spec: { type: { $text: 'http://internal.example.com/' } },
        }),
        'apiVersion: backstage.io/v1alpha1\nkind: User\nmetadata: {name: root}\nspec: {memberOf: []}\n',
        'apiVersion: scaffolder.backstage.io/v1beta3\nkind: Template\nmetadata: {name: t}\n',
        'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: just-a-file}\n',
      ].join('---\n'),
    });
    await present('component:default/fine');
    const messages = await eventually(async () => {
      const { findings } = await catalogOf(uid);
      expect(findings).toHaveLength(7);
      return findings.map(({ message }: { message: string }) => message);
    });
    expect(messages).toEqual(
      expect.arrayContaining(
        [
          /component:default\/legacy is in the catalog already, from file:/,
          /spec.owner: group:default\/finance is not who owns the order; write user:default\/mock/,
          /metadata.namespace: finance is not the request's; write default/,
          /no good name!/,
          /spec.type.\$text: placeholders are not resolved/,
          /kind User may not be delivered/,
          /kind Template may not be delivered/,
        ].map(each => expect.stringMatching(each)),
      ),
    );
    const legacy = await portal.getEntity('component:default/legacy');
    expect(legacy?.spec?.owner).toBe('group:default/x');
    expect(await portal.getEntity('user:default/root')).toBeUndefined();
  });

  it('leaves a name to whoever had it first, also after a restart, until it is free', async () => {
    await start();
    const first = await portal.order('first', { text: component('shared') });
    await present('component:default/shared');
    const second = await portal.order('second', { text: component('shared') });
    const isRefused = () =>
      eventually(async () => {
        const { entities, findings } = await catalogOf(second);
        expect(entities).toEqual([]);
        expect(findings[0]?.message).toContain(
          `component:default/shared was delivered before by request ${first}`,
        );
      });
    await isRefused();
    await portal.stop();
    await start();
    await isRefused();
    const uidOf = async () =>
      (await present('component:default/shared')).metadata.annotations?.[
        ANNOTATION_REQUEST_UID
      ];
    expect(await uidOf()).toBe(first);

    await portal.call(`/promises/v1/requests/${first}`, { method: 'DELETE' });
    await eventually(async () => expect(await uidOf()).toBe(second));
  });

  it('shows what is delivered only where the Destination says so', async () => {
    await start();
    await portal.order('orders', { text: component('orders') });
    await present('component:default/orders');
    directory.addContent({ 'files/destination.yaml': destination(false) });
    await absent('component:default/orders');
    expect(
      await portal.getEntity('resource:default/service_orders'),
    ).toBeDefined();
    directory.addContent({ 'files/destination.yaml': destination(true) });
    await present('component:default/orders');
    const { body } = await portal.call('/promises/v1/destinations');
    expect(body.items[0].catalog).toBe(true);
  });

  it('shows no entities of requests where they are switched off', async () => {
    await start({ requestEntities: false });
    const uid = await portal.order('orders', { text: component('orders') });
    await present('component:default/orders');
    expect(
      await portal.getEntity('resource:default/service_orders'),
    ).toBeUndefined();
    expect(await catalogOf(uid)).toEqual({
      entities: ['component:default/orders'],
      findings: [],
    });
  });

  it('lets nobody but the catalog read the list', async () => {
    await start();
    const { status } = await portal.call('/promises/v1/catalog/entities');
    expect(status).toBe(403);
  });
});
