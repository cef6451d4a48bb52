import { TestDatabases } from '@backstage/backend-test-utils';
import type { RunRow } from './database/rows/rows';
import type { EngineHarness } from './__testUtils__/EngineHarness';
import { promiseOf } from './__testUtils__/promiseOf';
import {
  startEngine,
  type StartEngineOptions,
} from './__testUtils__/startEngine';
import { writesSize } from './__testUtils__/writesSize';
import { eventually } from './testing/eventually';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });

const FOLDER = 'dev/resources/default/database/one/configure/5058f';

describe.each(databases.eachSupportedId())(
  'workflows of the PromisesEngine on %p',
  id => {
    let harness: EngineHarness;

    async function given(options?: StartEngineOptions): Promise<void> {
      harness = await startEngine(await databases.init(id), options);
    }

    afterEach(() => harness.dispose());

    it('tells why a pipeline failed, and runs it again when asked', async () => {
      await given({
        scripts: { configure: () => ({ failure: 'no capacity left' }) },
      });
      await harness.untilPromise('Available');
      const uid = await harness.apply();
      expect(await harness.untilState(uid, 'Failed')).toMatchObject({
        state_message: 'Pipeline configure failed: no capacity left',
        observed_generation: 1,
        delivered_generation: null,
      });
      harness.runner.scripts.configure = writesSize;
      await harness.engine.native.act({
        uid,
        verb: 'retry',
        actor: { ref: 'user:default/bob', origin: 'ui' },
      });
      await harness.untilState(uid, 'Delivered');
      const runs = await harness
        .knex<RunRow>('runs')
        .orderBy('created_at')
        .select('trigger', 'state', 'actor');
      expect(runs).toEqual([
        { trigger: 'order', state: 'Failed', actor: 'user:default/alice' },
        { trigger: 'retry', state: 'Succeeded', actor: 'user:default/bob' },
      ]);
    });

    it('keeps what stands when a change fails', async () => {
      await given();
      await harness.untilPromise('Available');
      const uid = await harness.apply();
      await harness.untilState(uid, 'Delivered');
      harness.runner.scripts.configure = () => ({ failure: 'too large' });
      await harness.engine.native.apply(
        await harness.order({ spec: { size: 'huge' }, ifMatch: '1' }),
      );
      expect(await harness.untilState(uid, 'Degraded')).toMatchObject({
        state_message:
          'Pipeline configure failed: too large. Generation 1 is what stands',
      });
      expect(await harness.files()).toEqual({
        [`${FOLDER}/database.yaml`]: 'size: small\n',
      });
    });

    it('starts over from the first pipeline when the spec changes in between', async () => {
      let release = () => {};
      const held = new Promise<void>(resolve => {
        release = resolve;
      });
      await given({
        parts: { configure: ['first', 'second'] },
        scripts: {
          first: async ({ object }) => {
            if ((object.spec as { size: string }).size === 'small') await held;
            return {};
          },
          second: writesSize,
        },
      });
      await harness.untilPromise('Available');
      const uid = await harness.apply();
      await eventually(async () => {
        expect(harness.runner.calls).toHaveLength(1);
      });
      await harness.engine.native.apply(
        await harness.order({ spec: { size: 'large' }, ifMatch: '1' }),
      );
      release();
      await harness.untilState(uid, 'Delivered', { delivered_generation: 2 });
      expect(
        harness.runner.calls.map(
          ({ pipeline, object }) =>
            `${pipeline.metadata.name} ${
              (object.spec as { size: string }).size
            }`,
        ),
      ).toEqual(['first small', 'first large', 'second large']);
      expect(
        await harness
          .knex<RunRow>('runs')
          .orderBy('created_at')
          .orderBy('id')
          .pluck('state'),
      ).toEqual(['Superseded', 'Succeeded']);
    });

    it('waits as a pipeline asks, and goes on with that pipeline', async () => {
      let attempts = 0;
      await given({
        scripts: {
          configure: options => {
            attempts += 1;
            return attempts === 1
              ? {
                  metadata: {
                    'workflow-control.yaml':
                      'retryAfter: 50ms\nmessage: quota is being raised\n',
                  },
                }
              : writesSize(options);
          },
        },
      });
      await harness.untilPromise('Available');
      const uid = await harness.apply();
      await harness.untilState(uid, 'Delivered');
      expect(attempts).toBe(2);
      const suspended = await harness
        .knex('events')
        .where({ request_uid: uid, type: 'RequestStateChanged' })
        .where('payload', 'like', '%"Suspended"%')
        .first();
      expect(JSON.parse(suspended.payload).state).toMatchObject({
        name: 'Suspended',
        message: 'quota is being raised',
        nextTryAt: expect.any(String),
      });
    });

    it('writes static dependencies and runs the workflow of the Promise first', async () => {
      await given({
        parts: {
          promiseConfigure: ['setup'],
          dependencies: [
            { kind: 'Namespace', apiVersion: 'v1', metadata: { name: 'a' } },
            { kind: 'Namespace', apiVersion: 'v1', metadata: { name: 'b' } },
          ],
        },
        scripts: {
          configure: writesSize,
          setup: () => ({
            output: { 'operator.yaml': 'a: 1\n' },
            metadata: { 'status.yaml': 'message: operator 1.2 is installed\n' },
          }),
        },
      });
      expect((await harness.untilPromise('Available')).message).toBe(
        'operator 1.2 is installed',
      );
      await eventually(async () => {
        expect(await harness.files()).toEqual({
          'dev/dependencies/database/5058f/static/database-dependencies.yaml':
            'apiVersion: v1\nkind: Namespace\nmetadata:\n  name: a\n---\napiVersion: v1\nkind: Namespace\nmetadata:\n  name: b\n',
          'dev/dependencies/database/setup/5058f/operator.yaml': 'a: 1\n',
        });
      });
      expect(harness.runner.calls[0].object).toMatchObject({
        kind: 'Promise',
        metadata: { name: 'database' },
      });
    });

    it('runs requests again when the Promise has a new definition', async () => {
      await given();
      await harness.untilPromise('Available');
      const uid = await harness.apply();
      await harness.untilState(uid, 'Delivered');
      harness.runner.scripts.second = () => ({
        output: { 'b.yaml': 'b: 1\n' },
      });
      await harness.addPromise(promiseOf({ configure: ['second'] }));
      await eventually(async () => {
        expect(Object.keys(await harness.files())).toEqual([
          'dev/resources/default/database/one/second/5058f/b.yaml',
        ]);
      }, 10_000);
      await harness.untilState(uid, 'Delivered');
      expect(
        await harness
          .knex<RunRow>('runs')
          .orderBy('created_at')
          .orderBy('id')
          .pluck('trigger'),
      ).toEqual(['order', 'revision']);
    });

    it('runs requests again when the Promise goes back to an earlier definition', async () => {
      await given();
      await harness.untilPromise('Available');
      const uid = await harness.apply();
      await harness.untilState(uid, 'Delivered');
      const earlier = Object.keys(await harness.files());
      harness.runner.scripts.second = () => ({
        output: { 'b.yaml': 'b: 1\n' },
      });
      await harness.addPromise(promiseOf({ configure: ['second'] }));
      await eventually(async () => {
        expect(Object.keys(await harness.files())).not.toEqual(earlier);
      }, 10_000);
      await harness.untilState(uid, 'Delivered');
      await harness.addPromise(promiseOf({}));
      await eventually(async () => {
        expect(Object.keys(await harness.files())).toEqual(earlier);
      }, 10_000);
    });
  },
);
