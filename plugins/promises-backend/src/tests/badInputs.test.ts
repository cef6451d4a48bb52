import type { JsonObject } from '@promissory/plugin-promises-common';
import { addresses } from '../__testUtils__/badInputs/addresses';
import { order, small } from '../__testUtils__/badInputs/BadInput';
import { bodies } from '../__testUtils__/badInputs/bodies';
import { definitions } from '../__testUtils__/badInputs/definitions';
import { names } from '../__testUtils__/badInputs/names';
import { preconditions } from '../__testUtils__/badInputs/preconditions';
import { refusals } from '../__testUtils__/badInputs/refusals';
import { schemas } from '../__testUtils__/badInputs/schemas';
import { sizes } from '../__testUtils__/badInputs/sizes';
import { promiseDocument } from '../__testUtils__/fixtures';
import {
  startPromises,
  until,
  untilEqual,
} from '../__testUtils__/startPromises';

jest.setTimeout(120_000);

/** Tables whose rows an input that is refused must not move. */
const TABLES = [
  'definitions',
  'promises',
  'promise_revisions',
  'requests',
  'request_generations',
  'runs',
  'works',
  'workloads',
  'placements',
  'batches',
  'events',
];

const rows = [
  ...bodies,
  ...sizes,
  ...names,
  ...schemas,
  ...refusals,
  ...preconditions,
  ...addresses,
  ...definitions,
];

describe('bad inputs', () => {
  let promises: Awaited<ReturnType<typeof startPromises>>;

  beforeAll(async () => {
    promises = await startPromises();
    await promises.publishExample();
    await promises.publish(promiseDocument({ name: 'untrusted', kind: 'U' }), {
      location: 'url:https://example.com/evil.yaml',
    });
    await promises.publish(
      promiseDocument({
        name: 'invalid',
        kind: 'I',
        spec: {
          type: 'object',
          properties: { a: { type: 'string', pattern: '(' } },
        },
      }),
    );
    await promises.publish(
      promiseDocument({
        name: 'demanding',
        kind: 'D',
        requiredPromises: [{ name: 'missing', version: 'v1' }],
      }),
    );
    await promises.publish(
      promiseDocument({
        name: 'norunner',
        kind: 'N',
        image: 'registry.example.com/tool:v1',
      }),
    );
    await promises.publish(withoutApi(promiseDocument({ name: 'noapi' })));
    await promises.publish(promiseDocument({ name: 'twin' }));
    const states: Record<string, string> = {
      db: 'Available',
      untrusted: 'Untrusted',
      invalid: 'Invalid',
      demanding: 'Unavailable',
      norunner: 'Available',
      noapi: 'Available',
      twin: 'Refused',
    };
    await untilEqual(async () => {
      const { body } = await promises.call('get', '/v1/promises');
      return Object.fromEntries(
        body.items.map(
          (each: { name: string; availability: { state: string } }) => [
            each.name,
            each.availability.state,
          ],
        ),
      );
    }, states);
    const { body } = await promises
      .call('put', order('taken'))
      .send(small)
      .expect(201);
    await until(
      async () =>
        (
          await promises.call('get', `/v1/requests/${body.uid}`)
        ).body.state.name === 'Delivered',
    );
  });
  afterAll(() => promises.stop());

  async function footprint() {
    const counts: Record<string, number> = {};
    for (const table of TABLES) {
      const row = await promises.knex()(table).count({ n: '*' }).first();
      counts[table] = Number(row?.n);
    }
    return { counts, head: await promises.gitHead() };
  }

  it.each(rows)('%s', async (_, bad) => {
    const before = await footprint();
    let call = promises.call(
      bad.method ?? 'put',
      bad.path ?? order('bad'),
      bad.user,
    );
    for (const [name, value] of Object.entries(bad.headers ?? {})) {
      call = call.set(name, value);
    }
    const answer =
      bad.raw === undefined
        ? await call.send(bad.body as object)
        : await call
            .set('Content-Type', bad.type ?? 'application/json')
            .send(bad.raw);
    const { error } = answer.body;
    expect({ status: answer.status, ...error }).toMatchObject({
      status: bad.status,
      name: bad.name,
      message: expect.stringMatching(toPattern(bad.message)),
    });
    const paths = (error.errors ?? []).map(
      (each: { path: string }) => each.path,
    );
    expect(paths).toEqual(expect.arrayContaining(bad.at ? [bad.at] : []));
    expect(answer.body.error.stack).toBeUndefined();
    expect(await footprint()).toEqual(before);
  });
});

function toPattern(message: string | RegExp): RegExp {
  return typeof message === 'string'
    ? new RegExp(message.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    : message;
}

function withoutApi(document: JsonObject): JsonObject {
  return { ...document, spec: { ...(document.spec as JsonObject), api: {} } };
}
