import { readFileSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { JsonObject } from '@promissory/plugin-promises-common';
import { parse } from 'yaml';
import { FaultyDatabase } from '../__testUtils__/FaultyDatabase';
import { promiseDocument } from '../__testUtils__/fixtures';
import { MetricsEndpoint } from '../__testUtils__/MetricsEndpoint';
import { mockDatabase } from '../__testUtils__/mockDatabase';
import {
  hasPrometheus,
  PrometheusServer,
} from '../__testUtils__/PrometheusServer';
import { startPromises, until } from '../__testUtils__/startPromises';

jest.setTimeout(120_000);

const file = resolve(__dirname, '../../../../deploy/observability/alerts.yaml');

interface Rules {
  readonly groups: Array<{
    readonly rules: Array<{ readonly alert: string; for?: string }>;
  }>;
}

/** The rules as they are, but that an alert fires two seconds after its fault. */
function hastyRules(): Rules {
  const rules: Rules = parse(readFileSync(file, 'utf8'));
  for (const rule of rules.groups.flatMap(group => group.rules)) {
    if (rule.for) rule.for = '2s';
  }
  return rules;
}

const LONG_AGO = new Date(Date.now() - 600_000).toISOString();

// What is scraped and judged is real: a backend with Git and a database, and Prometheus with the rules that we ship.
(hasPrometheus() ? describe : describe.skip)('alerts', () => {
  let endpoint: MetricsEndpoint;
  let prometheus: PrometheusServer;
  let database: FaultyDatabase;
  let promises: Awaited<ReturnType<typeof startPromises>>;
  let stopped = false;

  beforeAll(async () => {
    endpoint = await MetricsEndpoint.start();
    database = FaultyDatabase.create(mockDatabase());
    promises = await startPromises({ knex: database.knex });
    await promises.publishExample();
    await promises.publish(
      promiseDocument({
        name: 'broken',
        kind: 'Broken',
        renderOptions: {
          files: [{ path: 'f', content: { n: '${{ int(spec.size) }}' } }],
        },
      }),
    );
    prometheus = await PrometheusServer.start({
      scrape: endpoint.port,
      rules: hastyRules() as unknown as JsonObject,
    });
  });
  afterAll(async () => {
    await prometheus?.stop();
    if (stopped) return;
    database.heal();
    await promises?.stop();
    await endpoint?.stop();
  });

  const order = async (promise: string, name: string): Promise<string> => {
    const path = `/v1/promises/${promise}/requests/default/${name}`;
    const answer = await promises
      .call('put', path)
      .send({ spec: { size: 'small' } })
      .expect(201);
    return answer.body.uid;
  };
  const untilState = (uid: string, state: string) =>
    until(async () => {
      const { body } = await promises.call('get', `/v1/requests/${uid}`);
      return body.state?.name === state;
    });
  /** What fires once the alert does. */
  const fires = async (
    alert: string,
    timeoutMs = 20_000,
  ): Promise<readonly string[]> => {
    let firing: string[] = [];
    await until(async () => {
      firing = await prometheus.firing();
      return firing.includes(alert);
    }, timeoutMs).catch(async () => {
      const metrics = await endpoint.scrape().catch(String);
      throw new Error(
        `${alert} does not fire, but ${firing}. Metrics:\n${metrics}`,
      );
    });
    return firing;
  };
  /** Longer than an alert waits. */
  const afterSomeScrapes = () =>
    until(
      async () =>
        (await prometheus.count(
          'count_over_time(promises_loop_running{loop="queue"}[10s]) >= 5',
        )) === 1,
    );

  it('are silent while all is well', async () => {
    await untilState(await order('db', 'well'), 'Delivered');
    await afterSomeScrapes();
    expect(await prometheus.firing()).toEqual([]);
  });

  it('PromisesEventsLag: reading events gets no answer', async () => {
    database.hangsOnEvents = true;
    const uid = await order('db', 'unseen');
    await promises
      .knex()('events')
      .where({ request_uid: uid })
      .update({ at: LONG_AGO });
    expect(await fires('PromisesEventsLag')).toContain('PromisesEventsLag');
  });

  it('PromisesRequestsFail: pipelines fail', async () => {
    await until(async () => {
      const { body } = await promises.call('get', '/v1/promises/broken');
      return body.availability?.state === 'Available';
    });
    await untilState(await order('broken', 'one'), 'Failed');
    expect(await fires('PromisesRequestsFail')).toContain(
      'PromisesRequestsFail',
    );
  });

  it('PromisesWorkSetAside: a row that nobody can read', async () => {
    const uid = await order('db', 'poisoned');
    await untilState(uid, 'Delivered');
    const knex = promises.knex();
    await knex('requests').where({ uid }).update({ status: 'not JSON' });
    // It has failed nineteen times before; the queue waits longer with each.
    await knex('work_queue').where({ kind: 'request', key: uid }).delete();
    await knex('work_queue').insert({
      kind: 'request',
      key: uid,
      run_at: LONG_AGO,
      enqueued_at: LONG_AGO,
      epoch: 1,
      again: false,
      attempts: 19,
      failing_since: LONG_AGO,
    });
    expect(await fires('PromisesWorkSetAside', 30_000)).toContain(
      'PromisesWorkSetAside',
    );
  });

  it('PromisesStateStoreNotReady: the repository is none', async () => {
    const repository = join(promises.gitDirectory, 'platform.git');
    await rm(repository, { recursive: true });
    await writeFile(repository, 'not a repository');
    await order('db', 'waits');
    expect(await fires('PromisesStateStoreNotReady')).toContain(
      'PromisesStateStoreNotReady',
    );
  });

  it('PromisesQueueWaits: claims get no answer', async () => {
    database.hangsOnClaims = true;
    await order('db', 'untouched');
    await promises
      .knex()('work_queue')
      .where({ kind: 'request' })
      .whereNull('set_aside_at')
      .update({ run_at: LONG_AGO });
    expect(await fires('PromisesQueueWaits')).toContain('PromisesQueueWaits');
  });

  it('PromisesLoopHangs: reading events still gets no answer', async () => {
    expect(await fires('PromisesLoopHangs', 60_000)).toContain(
      'PromisesLoopHangs',
    );
  });

  it('PromisesDatabaseNotAnswering: tables cannot be read', async () => {
    expect(await prometheus.firing()).not.toContain(
      'PromisesDatabaseNotAnswering',
    );
    database.broken.add('state_stores');
    expect(await fires('PromisesDatabaseNotAnswering')).toContain(
      'PromisesDatabaseNotAnswering',
    );
    database.heal();
  });

  it('PromisesNotReporting: the backend is gone', async () => {
    expect(await prometheus.firing()).not.toContain('PromisesNotReporting');
    await promises.stop();
    stopped = true;
    await endpoint.stop();
    expect(await fires('PromisesNotReporting')).toContain(
      'PromisesNotReporting',
    );
  });

  it('each have a fault here', () => {
    const alerts = hastyRules().groups.flatMap(({ rules }) =>
      rules.map(({ alert }) => alert),
    );
    const source = readFileSync(__filename, 'utf8');
    const caused = [...source.matchAll(/fires\('(\w+)'/g)].map(
      ([, alert]) => alert,
    );
    expect(new Set(caused)).toEqual(new Set(alerts));
  });
});
