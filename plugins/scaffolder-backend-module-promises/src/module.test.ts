import { setTimeout as sleep } from 'node:timers/promises';
import { ANNOTATION_ORDER_KEY } from '@promissory/plugin-promises-common';
import { disconnect } from './__testUtils__/disconnect';
import { eventually } from './__testUtils__/eventually';
import { readJsonHere } from './__testUtils__/readJsonHere';
import { startPromises, type Person } from './__testUtils__/startPromises';
import { startScaffolder } from './__testUtils__/startScaffolder';
import { testDatabase } from './__testUtils__/testDatabase';

jest.setTimeout(120_000);

describe('the actions in tasks of a real scaffolder', () => {
  let promises: Awaited<ReturnType<typeof startPromises>>;
  let scaffolder: Awaited<ReturnType<typeof startScaffolder>>;
  const knex = testDatabase();

  beforeAll(async () => {
    readJsonHere();
    promises = await startPromises();
    scaffolder = await startScaffolder({ promisesUrl: promises.url, knex });
  });
  afterAll(async () => {
    await scaffolder?.stop();
    await promises?.stop();
    disconnect(knex);
  });

  const requestNamed = async (name: string, person: Person = 'alice') => {
    const { items } = await promises.client.listRequests(
      { search: name, deleted: true },
      promises.as(person),
    );
    return items.filter(item => item.name === name);
  };
  const order = (name: string, input: object = {}) => ({
    id: 'order',
    action: 'promise:request',
    input: { promise: 'db', name, spec: { size: 'small' }, ...input },
  });
  const outputs = {
    uid: '${{ steps.order.output.uid }}',
    url: '${{ steps.order.output.url }}',
    state: '${{ steps.order.output.state }}',
    reached: '${{ steps.order.output.reached }}',
    host: '${{ steps.order.output.status.host }}',
  };

  it('orders, waits for the delivery, tells the progress and gives the outputs', async () => {
    const id = await scaffolder.start(
      'alice',
      [order('life', { wait: 'delivered', labels: { team: 'web' } })],
      outputs,
    );
    const { status, log, output } = await scaffolder.finished('alice', id);
    expect(status).toBe('completed');
    const [request] = await requestNamed('life');
    expect(output).toEqual({
      uid: request.uid,
      url: `http://portal.example.com/promises/requests/${request.uid}`,
      state: 'Delivered',
      reached: true,
      host: 'life.example.com',
    });
    expect(request).toMatchObject({
      owner: 'group:default/web',
      requestedBy: 'user:default/alice',
      labels: { team: 'web' },
      annotations: { [ANNOTATION_ORDER_KEY]: `scaffolder:${id}:order` },
    });
    for (const line of [
      'Workflow configure starts for generation 1 (order)',
      'Step make / render succeeded',
      'Written to dev: dev/',
      'Delivered: Written to dev',
    ]) {
      expect(log).toContain(line);
    }
  });

  it('changes, waits and deletes', async () => {
    const reference = { promise: 'db', name: 'steps' };
    const id = await scaffolder.start(
      'alice',
      [
        order('steps', { wait: 'none' }),
        {
          id: 'wait',
          action: 'promise:wait',
          input: { uid: '${{ steps.order.output.uid }}' },
        },
        {
          id: 'grow',
          action: 'promise:update',
          input: { ...reference, spec: { replicas: 3 }, wait: 'delivered' },
        },
        { id: 'remove', action: 'promise:delete', input: reference },
      ],
      {
        waited: '${{ steps.wait.output.state }}',
        generation: '${{ steps.grow.output.generation }}',
        last: '${{ steps.remove.output.state }}',
      },
    );
    const { status, output } = await scaffolder.finished('alice', id);
    expect(status).toBe('completed');
    expect(output).toEqual({
      waited: 'Delivered',
      generation: 2,
      last: 'Deleted',
    });
    const [request] = await requestNamed('steps');
    expect(request.spec).toEqual({ size: 'small', replicas: 3 });
  });

  it('places an order for each turn of a loop', async () => {
    const id = await scaffolder.start('alice', [
      {
        ...order('${{ each.value }}'),
        each: ['loop-1', 'loop-2', 'loop-3'],
      },
    ]);
    expect((await scaffolder.finished('alice', id)).status).toBe('completed');
    for (const name of ['loop-1', 'loop-2', 'loop-3']) {
      expect(await requestNamed(name)).toHaveLength(1);
    }
  });

  it.each([
    ['an invalid spec', order('bad', { spec: { size: 'huge' } }), 'spec.size:'],
    ['an unknown Promise', order('bad', { promise: 'nope' }), 'nope'],
    [
      'ready',
      order('bad', { wait: 'ready' }),
      'no health source reports whether what was delivered works',
    ],
    [
      'a namespace of another team',
      order('bad', { namespace: 'data' }),
      'belongs to groups that you are not in',
    ],
  ])('refuses %s and orders nothing', async (_name, step, message) => {
    const id = await scaffolder.start('alice', [step]);
    const { status, log } = await scaffolder.finished('alice', id);
    expect(status).toBe('failed');
    expect(log).toContain(message);
    expect(await requestNamed('bad')).toEqual([]);
  });

  it('fails with the cause and the link where the request fails', async () => {
    const id = await scaffolder.start('alice', [
      order('fails', { promise: 'broken', wait: 'delivered' }),
    ]);
    const { status, log } = await scaffolder.finished('alice', id);
    const [{ uid }] = await requestNamed('fails');
    expect(status).toBe('failed');
    expect(log).toContain('Failed (');
    expect(log).toContain(`/promises/requests/${uid}`);
  });

  it('ends with "still running" and the link at its limit', async () => {
    const step = order('slow', {
      promise: 'stuck',
      wait: 'delivered',
      timeout: { seconds: 1 },
    });
    const id = await scaffolder.start('alice', [step], outputs);
    const { status, log, output } = await scaffolder.finished('alice', id);
    const [{ uid }] = await requestNamed('slow');
    expect(status).toBe('completed');
    expect(output).toMatchObject({ reached: false, state: 'Pending' });
    expect(log).toContain('is still running (the limit is over)');
    expect(log).toContain(`/promises/requests/${uid}`);
    const strict = await scaffolder.start('alice', [
      {
        id: 'wait',
        action: 'promise:wait',
        input: { uid, timeout: { seconds: 1 }, failIfStillRunning: true },
      },
    ]);
    expect((await scaffolder.finished('alice', strict)).status).toBe('failed');
  });

  it('leaves the request alone when the task is cancelled', async () => {
    const id = await scaffolder.start('alice', [
      order('cancelled', { promise: 'stuck', wait: 'delivered' }),
    ]);
    await eventually(
      () => requestNamed('cancelled'),
      found => found.length === 1,
    );
    await sleep(200);
    await scaffolder.call('alice', `/v2/tasks/${id}/cancel`, {});
    await eventually(
      () => scaffolder.report('alice', id),
      ({ log }) => log.includes('The task was cancelled. The request goes on'),
    );
    const [request] = await requestNamed('cancelled');
    expect(request.state.name).toBe('Pending');
  });

  describe('a step that is run again', () => {
    const retry = async (id: string) => {
      await scaffolder.call('alice', `/v2/tasks/${id}/retry`, { secrets: {} });
      return scaffolder.finished('alice', id);
    };
    /** Fails after the order, so that the task can be retried. */
    const failing = {
      id: 'fail',
      action: 'promise:wait',
      input: { promise: 'db', name: 'never-there' },
    };

    it('places one order, and a change by hand stands', async () => {
      const id = await scaffolder.start('alice', [order('hand'), failing]);
      expect((await scaffolder.finished('alice', id)).status).toBe('failed');
      const [{ uid, etag }] = await requestNamed('hand');
      await promises.client.putRequest(
        {
          promise: 'db',
          namespace: 'default',
          name: 'hand',
          body: { spec: { size: 'large', replicas: 5 } },
          ifMatch: etag,
        },
        promises.as('alice'),
      );
      await retry(id);
      const found = await requestNamed('hand');
      expect(found).toHaveLength(1);
      expect(found[0]).toMatchObject({
        uid,
        generation: 2,
        spec: { size: 'large', replicas: 5 },
      });
    });

    it('finds its order without a checkpoint, by its key', async () => {
      const first = await scaffolder.start('alice', [
        order('keyed', { key: 'shared' }),
      ]);
      await scaffolder.finished('alice', first);
      const [{ uid, etag }] = await requestNamed('keyed');
      await promises.client.putRequest(
        {
          promise: 'db',
          namespace: 'default',
          name: 'keyed',
          body: { spec: { size: 'large' } },
          ifMatch: etag,
        },
        promises.as('alice'),
      );
      const again = await scaffolder.start(
        'alice',
        [order('keyed', { key: 'shared' })],
        outputs,
      );
      const { status, output } = await scaffolder.finished('alice', again);
      expect(status).toBe('completed');
      expect(output.uid).toBe(uid);
      const found = await requestNamed('keyed');
      expect(found).toHaveLength(1);
      expect(found[0]).toMatchObject({
        generation: 2,
        spec: { size: 'large' },
      });
    });

    it('is refused where another task has the name, and says so', async () => {
      await scaffolder.finished(
        'alice',
        await scaffolder.start('alice', [order('taken')]),
      );
      const id = await scaffolder.start('alice', [order('taken')]);
      const { status, log } = await scaffolder.finished('alice', id);
      expect(status).toBe('failed');
      expect(log).toContain('metadata.name: Request default/taken');
      expect(await requestNamed('taken')).toHaveLength(1);
    });

    it('does not order again what was deleted by hand', async () => {
      const steps = [order('gone', { key: 'gone', wait: 'delivered' })];
      await scaffolder.finished(
        'alice',
        await scaffolder.start('alice', steps),
      );
      const [{ uid }] = await requestNamed('gone');
      await promises.client.deleteRequest(uid, promises.as('alice'));
      await eventually(
        () => requestNamed('gone'),
        ([request]) => request.state.name === 'Deleted',
      );
      const again = await scaffolder.start('alice', steps);
      const { status, log } = await scaffolder.finished('alice', again);
      expect(status).toBe('failed');
      expect(log).toContain('was deleted since, and is not placed again');
      expect(await requestNamed('gone')).toHaveLength(1);
    });
  });

  it('keeps two people apart', async () => {
    const mine = await scaffolder.start('alice', [order('of-alice')]);
    await scaffolder.finished('alice', mine);
    const bobs = await scaffolder.start('bob', [
      order('of-bob', { namespace: 'data' }),
      {
        id: 'look',
        action: 'promise:wait',
        input: { promise: 'db', name: 'of-alice' },
      },
    ]);
    const { status, log } = await scaffolder.finished('bob', bobs);
    expect(status).toBe('failed');
    expect(log).toContain('There is no request default/of-alice');
    expect(await requestNamed('of-bob')).toEqual([]);
    const [request] = await requestNamed('of-bob', 'bob');
    expect(request).toMatchObject({
      requestedBy: 'user:default/bob',
      owner: 'group:default/data',
    });
    const [{ uid }] = await requestNamed('of-alice');
    const thief = await scaffolder.start('bob', [
      { id: 'steal', action: 'promise:delete', input: { uid } },
    ]);
    expect((await scaffolder.finished('bob', thief)).status).toBe('failed');
    expect((await requestNamed('of-alice'))[0].state.name).not.toBe('Deleting');
  });

  it('orders nothing in a dry run, and tells what would be', async () => {
    const dryRun = (steps: object[]) =>
      scaffolder.call('alice', '/v2/dry-run', {
        template: scaffolder.template(steps as never[]),
        values: {},
        secrets: {},
        directoryContents: [],
      });
    const { log } = await dryRun([
      order('dry'),
      {
        id: 'wait',
        action: 'promise:wait',
        input: { uid: '${{ steps.order.output.uid }}' },
      },
    ]);
    const text = JSON.stringify(log);
    expect(text).toContain('Dry run, nothing is ordered');
    expect(text).toContain('replicas: 1');
    expect(text).toContain('there is no request to wait for');
    expect(await requestNamed('dry')).toEqual([]);
    await expect(
      dryRun([order('dry', { spec: { size: 'huge' } })]),
    ).rejects.toThrow('spec.size');
  });
});
