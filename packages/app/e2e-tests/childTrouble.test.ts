import { expect } from '@playwright/test';
import type {
  RequestStateName,
  ResourceRequestDetail,
} from '@promissory/plugin-promises-common';
import { registerPromise, removePromise } from './children/promiseFiles.ts';
import { filesOf } from './git/filesOf.ts';
import { holdPushes } from './git/holdPushes.ts';
import { Repository } from './git/Repository.ts';
import { test } from './portal/portalTest.ts';
import { Requests } from './requests/Requests.ts';
import { readTable } from './tables/readTable.ts';

// Every row of the table of trouble in the documentation, in the whole portal. `service` consists of what its order
// says; the Promises are beside this file.
test.use({ portalName: 'child-trouble', morePromises: 'promises' });
test.describe.configure({ mode: 'serial' });

const TROUBLE = readTable(
  'reference/request-states.md',
  'Trouble with children',
);
const told = new Set<string>();
let alice: Requests;
/** Uid of the service whose child is of a Promise that is withdrawn. */
let cached: string;

/** A child as the order of a service writes it. */
const child = (kind: string, name: string, spec: object = {}) => ({
  kind,
  name,
  spec,
});
const consistsOf = (...children: ReadonlyArray<ReturnType<typeof child>>) => ({
  children,
});

/**
 * Waits until a request is in the state, for the reason and with the words that the table has for a trouble.
 *
 * @param names - what the examples of the table are called in the test
 */
async function expectTrouble(
  uid: string,
  trouble: string,
  state: RequestStateName,
  names: Readonly<Record<string, string>> = {},
): Promise<ResourceRequestDetail> {
  const row = TROUBLE.find(each => each.trouble === trouble);
  expect(row, `the table tells of: ${trouble}`).toBeDefined();
  const states = row!['state of the parent'].split(', ');
  expect(states, `states of: ${trouble}`).toContain(state);
  const words = Object.entries(names).reduce(
    (message, [from, to]) => message.replaceAll(from, to),
    row!['message, for example'],
  );
  const request = await alice.until(uid, state, row!.reason);
  expect(request.state.message).toContain(words);
  told.add(trouble);
  return request;
}

test.beforeAll(async ({ portal }) => {
  alice = await Requests.as(portal, 'alice');
  // It takes a while until the catalog misses a file, so the author of this one withdraws it first.
  cached = await alice.order(
    'service',
    'cached',
    consistsOf(child('Cache', 'orders-cache')),
  );
  await alice.until(cached, 'Delivered');
  await removePromise(portal, 'cache');
});

test.afterAll(() => alice.dispose());

test('the name is taken', async () => {
  const stranger = await alice.order('database', 'taken', { size: 'large' });
  const uid = await alice.order(
    'service',
    'takes',
    consistsOf(child('Database', 'taken')),
  );
  const { children } = await expectTrouble(uid, 'the name is taken', 'Failed', {
    'orders-db': 'taken',
  });
  expect(children).toMatchObject([
    { name: 'taken', problem: { reason: 'ChildNameTaken' } },
  ]);
  expect(children[0].uid).toBeUndefined();
  const untouched = await alice.until(stranger, 'Delivered');
  expect(untouched).toMatchObject({ generation: 1, spec: { size: 'large' } });
  expect(untouched.parentUid).toBeUndefined();

  await alice.delete(stranger);
  await alice.until(uid, 'Delivered');
});

test('a circle', async () => {
  const circle = (name: string, inner: object) => child('Service', name, inner);
  const uid = await alice.order(
    'service',
    'orders',
    consistsOf(circle('inner', consistsOf(circle('orders', consistsOf())))),
  );
  const outer = await alice.until(uid, 'Failed', 'ChildFailed');
  expect(outer.state.message).toContain('service default/inner is Failed');
  const inner = await expectTrouble(
    outer.children[0].uid!,
    'a circle',
    'Failed',
  );
  expect(inner.ancestors.map(({ name }) => name)).toEqual(['orders']);
  await alice.delete(uid);
  await alice.until(uid, 'Deleted');
});

test('too deep', async () => {
  const names = ['o-1', 'o-2', 'o-3', 'o-4', 'o-5', 'o-x-x-x'];
  const nested = names.reduceRight<object>(
    (inner, name) => consistsOf(child('Service', name, inner)),
    consistsOf(),
  );
  const uid = await alice.order('service', 'o', nested);
  await alice.until(uid, 'Failed', 'ChildFailed');
  let [node] = (await alice.read(uid)).children;
  while (node.name !== 'o-5') [node] = node.children;
  const deepest = await expectTrouble(node.uid!, 'too deep', 'Failed');
  expect(deepest.ancestors).toHaveLength(5);
  expect(deepest.children).toMatchObject([
    { name: 'o-x-x-x', problem: { reason: 'ChildTooDeep' } },
  ]);
});

test("a requirement of the child's Promise is missing", async ({ portal }) => {
  await registerPromise(portal, 'later', 'vault');
  let uid = '';
  await expect(async () => {
    uid = await orderOnce('needs', consistsOf(child('Vault', 'secrets')));
    expect(await alice.childOf(uid, 'secrets')).toBeDefined();
  }).toPass();
  const { children } = await expectTrouble(
    uid,
    "a requirement of the child's Promise is missing",
    'Delivering',
    { database: 'vault', 'orders-db': 'secrets', storage: 'zone' },
  );
  expect(children[0].state).toMatchObject({
    name: 'Pending',
    message: expect.stringContaining('zone'),
  });

  await registerPromise(portal, 'later', 'zone');
  await alice.until(uid, 'Delivered');
});

/** Orders a service, or finds the one that was ordered before. */
async function orderOnce(name: string, spec: object): Promise<string> {
  const { body } = await alice.put('service', name, spec, {});
  return body.uid;
}

test('a child failed', async () => {
  const uid = await alice.order(
    'service',
    'fails',
    consistsOf(child('Database', 'failing', { size: 'huge' })),
  );
  await expectTrouble(uid, 'a child failed', 'Failed', {
    'orders-db': 'failing',
  });

  await alice.change(
    'service',
    'fails',
    consistsOf(child('Database', 'failing', { size: 'large' })),
  );
  await alice.until(uid, 'Delivered');
  await alice.change(
    'service',
    'fails',
    consistsOf(child('Database', 'failing', { size: 'huge' })),
  );
  await alice.until(uid, 'Degraded', 'ChildDegraded');
});

test('a child was deleted by hand', async ({ portal }) => {
  const uid = await alice.order(
    'service',
    'keeps',
    consistsOf(child('Database', 'kept')),
  );
  const { children } = await alice.until(uid, 'Delivered');
  const pushes = await holdPushes(portal);
  try {
    await alice.delete(children[0].uid!);
    await expectTrouble(uid, 'a child was deleted by hand', 'Degraded', {
      'orders-db': 'kept',
    });
  } finally {
    await pushes.letThrough();
  }
  const after = await alice.until(uid, 'Delivered');
  expect(after.children).toMatchObject([{ name: 'kept' }]);
  expect(after.children[0].uid).not.toBe(children[0].uid);
});

const stateNameOf = ({ state }: ResourceRequestDetail['children'][number]) =>
  state?.name;

test('the parent changed while a child runs', async ({ portal }) => {
  const parts = (size: string) =>
    consistsOf(
      child('Database', 'quick'),
      child('Database', 'slow', { effort: 10, size }),
    );
  const uid = await alice.order('service', 'changes', parts('small'));
  await expect
    .poll(async () => (await alice.read(uid)).children.map(stateNameOf))
    .toEqual(['Delivered', 'Running']);
  await alice.change('service', 'changes', parts('large'));
  await expectTrouble(
    uid,
    'the parent changed while a child runs',
    'Delivering',
    { 'orders-db': 'slow' },
  );
  const { children } = await alice.until(uid, 'Delivered');
  const slow = await alice.read(children[1].uid!);
  expect(slow).toMatchObject({ generation: 2, spec: { size: 'large' } });
  const repository = Repository.of(portal);
  const [file] = (await filesOf(repository, 'database', 'slow')).filter(path =>
    path.endsWith('database.yaml'),
  );
  expect(await repository.read(file)).toBe('size: large\n');
});

test('two parents want one child', async () => {
  const parts = consistsOf(child('Database', 'shared'));
  const first = await alice.order('service', 'first', parts);
  await alice.until(first, 'Delivered');
  const second = await alice.order('service', 'second', parts);
  await expectTrouble(second, 'two parents want one child', 'Failed', {
    'orders-db': 'shared',
  });
  await alice.delete(second);
  await alice.until(second, 'Deleted');
  const { children } = await alice.until(first, 'Delivered');
  expect(children).toMatchObject([{ name: 'shared' }]);
});

test('the parent is deleted while a child is failing', async () => {
  const uid = await alice.order(
    'service',
    'leaves',
    consistsOf(
      child('Database', 'hopeless', { size: 'huge' }),
      child('Volume', 'held'),
    ),
  );
  await alice.until(uid, 'Failed', 'ChildFailed');
  const volume = (await alice.childOf(uid, 'held'))!;
  await alice.until(volume, 'Delivered');
  await alice.delete(uid);
  await expectTrouble(
    uid,
    'the parent is deleted while a child is failing',
    'Deleting',
    { database: 'volume', 'orders-db': 'held' },
  );
  // The one whose order failed is gone; the one whose deletion fails waits for its cause to be mended.
  const { children } = await alice.read(uid);
  expect(children).toMatchObject([{ name: 'held' }]);

  const backup = await alice.order('backup', 'held', {});
  await alice.until(backup, 'Delivered');
  await alice.act(volume, 'retry');
  await alice.until(uid, 'Deleted');
});

test('the Promise of a child was withdrawn', async () => {
  await expect
    .poll(() => alice.canOrder('cache'), { timeout: 60_000 })
    .toBe(false);
  await alice.change(
    'service',
    'cached',
    consistsOf(child('Cache', 'orders-cache'), child('Cache', 'more-cache')),
  );
  const { children } = await expectTrouble(
    cached,
    'the Promise of a child was withdrawn',
    'Degraded',
    { database: 'cache', 'more-db': 'more-cache' },
  );
  expect(children).toMatchObject([
    { name: 'more-cache', problem: { reason: 'ChildPromiseWithdrawn' } },
    { name: 'orders-cache', state: { name: 'Delivered' } },
  ]);
});

test('all of the table was tried', () => {
  expect([...told].sort()).toEqual(
    TROUBLE.map(({ trouble }) => trouble).sort(),
  );
});
