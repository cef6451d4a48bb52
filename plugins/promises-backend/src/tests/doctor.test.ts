import { mockCredentials } from '@backstage/backend-test-utils';
import {
  AuthorizeResult,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import type {
  DoctorReport,
  DoctorResult,
} from '@promissory/plugin-promises-common';
import request from 'supertest';
import { brokenSetUps, type BrokenSetUp } from '../__testUtils__/brokenSetUps';
import type { StartedPromises } from '../__testUtils__/brokenSetUps/BrokenSetUp';
import { startPromises, until } from '../__testUtils__/startPromises';

jest.setTimeout(60_000);

/** Tests have their database in memory, and the doctor says so. */
const ALWAYS = 'database';
const LIMIT_MS = 12_000;

/** An installation that is well, but for what is given. */
async function start(setUp: Partial<BrokenSetUp> = {}) {
  const promises = await startPromises({
    config: setUp.config,
    backend: { actions: { pluginSources: ['promises'] }, ...setUp.backend },
    root: {
      permission: { enabled: true },
      catalog: {
        rules: [{ allow: ['Promise', 'Destination', 'GitStateStore'] }],
      },
      ...setUp.root,
    },
  });
  for (const name of ['data', 'platform']) {
    promises.catalog.put({
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Group',
      metadata: { name, namespace: 'default' },
      spec: { type: 'team', children: [] },
    });
  }
  return promises;
}

async function ask(promises: StartedPromises): Promise<DoctorReport> {
  const { body } = await promises.call('get', '/v1/doctor').expect(200);
  return body;
}

function problemsOf(report: DoctorReport) {
  return report.checks.flatMap(check =>
    check.results
      .filter(({ status }) => status !== 'ok')
      .map(result => ({ ...result, check: check.id })),
  );
}

function isNamed(result: DoctorResult, setUp: BrokenSetUp): boolean {
  return (
    result.status === setUp.status &&
    setUp.names.test(result.message) &&
    setUp.mends.test(result.remedy?.snippet ?? '')
  );
}

describe('the doctor', () => {
  let promises: StartedPromises | undefined;
  let undo: void | (() => unknown);

  afterEach(async () => {
    await undo?.();
    undo = undefined;
    await promises?.stop();
    promises = undefined;
  });

  it('finds nothing in an installation that is well', async () => {
    promises = await start();
    await promises.publishExample();
    let report: DoctorReport | undefined;
    await until(async () => {
      report = await ask(promises!);
      return problemsOf(report).length === 1;
    });
    expect(report).toMatchObject({
      status: 'warning',
      at: expect.stringMatching(/^\d{4}-/),
    });
    expect(problemsOf(report!)).toEqual([
      expect.objectContaining({
        check: ALWAYS,
        message: expect.stringMatching(/^SQLite .* in memory/),
        remedy: expect.objectContaining({
          file: 'app-config.yaml',
          snippet: expect.stringContaining('client: pg'),
        }),
      }),
    ]);
    expect(report!.checks).toHaveLength(16);
    expect(
      report!.checks.find(({ id }) => id === 'state-stores')?.results,
    ).toEqual([
      expect.objectContaining({
        status: 'ok',
        subject: 'GitStateStore/default',
        message: expect.stringMatching(/and has the branch main/),
      }),
    ]);
  });

  it.each(brokenSetUps.map(setUp => [setUp.fault, setUp] as const))(
    'names %s, and the line that mends it',
    async (_fault, setUp) => {
      promises = await start(setUp);
      if (setUp.publish) {
        await setUp.publish(promises);
      } else {
        await promises.publishExample();
      }
      undo = await setUp.breakIt?.(promises);
      const mine = (report: DoctorReport) =>
        problemsOf(report).filter(
          result => result.check === setUp.check && isNamed(result, setUp),
        );
      const others = (report: DoctorReport) =>
        new Set(
          problemsOf(report)
            .map(({ check }) => check)
            .filter(
              check =>
                check !== setUp.check &&
                check !== ALWAYS &&
                !setUp.also?.includes(check),
            ),
        );
      // Not the clock, which may be what is broken.
      const end = performance.now() + LIMIT_MS;
      let report = await ask(promises);
      while (
        (mine(report).length === 0 || others(report).size > 0) &&
        performance.now() < end
      ) {
        report = await ask(promises);
      }
      const said = problemsOf(report);
      expect({ said, isNamed: mine(report).length > 0 }).toEqual({
        said,
        isNamed: true,
      });
      expect([...others(report)]).toEqual([]);
      expect(report.checks).toHaveLength(16);
    },
  );

  it('tells no secret', async () => {
    const password = 'correct-horse-battery';
    promises = await start({
      config: {
        secrets: [
          {
            name: 'gitops',
            hosts: ['git.invalid'],
            values: { username: 'promissory', password },
          },
        ],
      },
    });
    await promises.publishExample();
    const at = new Date().toISOString();
    await promises
      .knex()('work_queue')
      .insert({
        kind: 'other',
        key: 'one',
        epoch: 1,
        again: false,
        run_at: '2099-01-01T00:00:00.000Z',
        enqueued_at: at,
        attempts: 3,
        last_error: `refused https://promissory:${password}@git.invalid`,
      });
    const { text } = await promises.call('get', '/v1/doctor').expect(200);
    expect(text).toContain('refused https://promissory:***@git.invalid');
    expect(text).not.toContain(password);
  });

  it('answers those who have its permission', async () => {
    promises = await start();
    const deny: PolicyDecision = { result: AuthorizeResult.DENY };
    promises.setPolicy(permission =>
      permission.name === 'promises.doctor.read'
        ? deny
        : { result: AuthorizeResult.ALLOW },
    );
    const { body } = await promises.call('get', '/v1/doctor').expect(403);
    expect(body.error).toMatchObject({
      name: 'NotAllowedError',
      permission: 'promises.doctor.read',
    });
  });

  it('tells a probe without credentials whether the replica does its work', async () => {
    promises = await start();
    const probe = () =>
      request(promises!.backend.server)
        .get('/api/promises/v1/health')
        .set('Authorization', mockCredentials.none.header());
    await until(async () => (await probe()).status === 200);
    const { body } = await probe();
    expect(body).toEqual({
      ready: true,
      loops: [
        expect.objectContaining({ name: 'queue', running: true, restarts: 0 }),
        expect.objectContaining({ name: 'events', running: true, restarts: 0 }),
      ],
    });
  });
});
