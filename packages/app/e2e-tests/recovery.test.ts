import { expect } from '@playwright/test';
import { holdPushes } from './git/holdPushes.ts';
import { Repository } from './git/Repository.ts';
import { apiAs } from './people/apiAs.ts';
import { test } from './portal/portalTest.ts';

// What a crash leaves is no matter for other tests.
test.use({ portalName: 'recovery' });
// The scaffolder looks for tasks whose backend ended half a minute after that, every ten seconds.
test.setTimeout(180_000);

test('a crash in the middle of promise:request: the task goes on, one request, and a change in between stands', async ({
  portal,
}) => {
  const api = await apiAs(portal, 'alice');
  const pushes = await holdPushes(portal);
  let id = '';
  // The Template comes soon after its Promise.
  await expect(async () => {
    const started = await api.post(`${portal.url}/api/scaffolder/v2/tasks`, {
      data: {
        templateRef: 'template:default/promise-postgresql',
        values: {
          request: {
            namespace: 'default',
            name: 'recovered',
            spec: { size: 'small', database: 'orders' },
          },
        },
      },
    });
    expect(started.status()).toBe(201);
    ({ id } = await started.json());
  }).toPass();
  const requests = async () =>
    (
      await (
        await api.get('requests?promise=postgresql&namespace=default')
      ).json()
    ).items;
  // The step has ordered, and waits for what the push holds up.
  await expect
    .poll(async () => (await requests())[0]?.state.name)
    .toBe('Delivering');
  const [request] = await requests();
  const changed = await api.put(
    'promises/postgresql/requests/default/recovered',
    {
      data: { spec: { ...request.spec, size: 'medium' } },
      headers: { 'If-Match': request.etag },
    },
  );
  expect(changed.status()).toBe(200);

  await portal.kill();
  await pushes.letThrough();
  await portal.start();
  await expect
    .poll(
      async () => {
        const task = await api.get(
          `${portal.url}/api/scaffolder/v2/tasks/${id}`,
        );
        return (await task.json()).status;
      },
      { timeout: 120_000, intervals: [1_000] },
    )
    .toBe('completed');
  expect(await requests()).toMatchObject([
    {
      uid: request.uid,
      generation: 2,
      spec: { size: 'medium' },
      state: { name: 'Delivered' },
    },
  ]);
  expect(
    await Repository.of(portal).commitsOf(
      'clusters/dev/resources/default/postgresql/recovered',
    ),
  ).not.toHaveLength(0);
});
