import type { JsonObject } from '@promissory/plugin-promises-common';
import { parse } from 'yaml';
import { deleteExamples } from './actions/examples/deleteExamples';
import { requestExamples } from './actions/examples/requestExamples';
import { updateExamples } from './actions/examples/updateExamples';
import { waitExamples } from './actions/examples/waitExamples';
import { disconnect } from './__testUtils__/disconnect';
import { readJsonHere } from './__testUtils__/readJsonHere';
import { startPromises } from './__testUtils__/startPromises';
import { startScaffolder } from './__testUtils__/startScaffolder';
import { testDatabase } from './__testUtils__/testDatabase';

jest.setTimeout(120_000);

describe('examples', () => {
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

  it('are what the scaffolder shows', async () => {
    const actions: { id: string; examples?: object[] }[] =
      await scaffolder.call('alice', '/v2/actions');
    expect(
      Object.fromEntries(
        actions
          .filter(({ id }) => id.startsWith('promise:'))
          .map(({ id, examples }) => [id, examples]),
      ),
    ).toEqual({
      'promise:request': requestExamples,
      'promise:update': updateExamples,
      'promise:wait': waitExamples,
      'promise:delete': deleteExamples,
    });
  });

  /** In an order in which each finds what it needs. */
  const all = [
    ...requestExamples.slice(1),
    ...updateExamples,
    ...waitExamples,
    ...deleteExamples.slice(1),
  ];
  it.each(all.map(({ description, example }) => [description, example]))(
    'run: %s',
    async (_description, example) => {
      const [request] = (
        await promises.client.listRequests(
          { search: 'orders-db' },
          promises.as('alice'),
        )
      ).items;
      const { steps } = parse(example) as { steps: JsonObject[] };
      const values = { uid: request?.uid ?? '' };
      const id = await scaffolder.start('alice', steps, {}, values);
      const { status, log } = await scaffolder.finished('alice', id);
      expect({ status, log }).toMatchObject({ status: 'completed' });
    },
  );

  it('run: an order, and a deletion that is waited for', async () => {
    const steps = [requestExamples[0], deleteExamples[0]].flatMap(
      ({ example }) => (parse(example) as { steps: JsonObject[] }).steps,
    );
    const gone = steps.map(step => ({
      ...step,
      input: { ...(step.input as JsonObject), name: 'short-lived' },
    }));
    const id = await scaffolder.start('alice', gone);
    const { status, log } = await scaffolder.finished('alice', id);
    expect({ status, log }).toMatchObject({ status: 'completed' });
  });
});
