import { TestDatabases } from '@backstage/backend-test-utils';
import { EngineHarness } from '../../../__testUtils__/EngineHarness';
import { promiseOf } from '../../../__testUtils__/promiseOf';
import { setPromiseState } from '../promises/setPromiseState';
import { withdrawPromise } from '../promises/withdrawPromise';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });
const now = new Date('2030-01-01T00:00:00.000Z');

describe.each(databases.eachSupportedId())(
  'requests that may have children on %p',
  id => {
    let harness: EngineHarness;
    let uid: string;
    const cache = promiseOf({ name: 'cache' });

    beforeEach(async () => {
      harness = await EngineHarness.create({ knex: await databases.init(id) });
      await harness.addDestination(
        'platform',
        {},
        {},
        { fulfilsRequests: true },
      );
      await harness.addPromise(promiseOf());
      uid = await harness.apply();
      await harness.knex('placements').insert({
        id: 'placement',
        name: 'placement',
        platform: 'native',
        work_id: 'work',
        promise_id: (await harness.promise()).id,
        request_uid: uid,
        pipeline: 'configure',
        group_id: 'group',
        directory: '.',
        destination: 'platform',
        state_store_kind: 'GitStateStore',
        state_store_name: 'default',
        path: 'platform',
        desired: '[]',
        desired_hash: 'hash',
        misplaced: false,
        removing: false,
        generation: 1,
        state: 'Written',
        attempts: 0,
        created_at: now.toISOString(),
        updated_at: now.toISOString(),
      });
    });
    afterEach(() => harness.dispose());

    /** Requests that are to be looked at after something. */
    async function wokenBy(act: () => Promise<unknown>): Promise<string[]> {
      await harness.knex('work_queue').delete();
      await act();
      return harness.knex('work_queue').where({ kind: 'request' }).pluck('key');
    }

    const setState = async (state: 'Available' | 'Unavailable') =>
      setPromiseState(harness.knex, {
        promiseId: (await harness.promise('cache')).id,
        state,
        reason: 'PromiseAvailable',
        message: 'says so',
        now,
      });
    const withdraw = () =>
      withdrawPromise(harness.knex, {
        platform: 'native',
        entityRef: 'promise:default/cache',
        now,
      });
    const anotherVersion = promiseOf({ name: 'cache', version: 'v2.0.0' });

    it('are looked at when a Promise appears, changes, goes and comes again', async () => {
      expect(await wokenBy(() => harness.addPromise(cache))).toEqual([uid]);
      expect(await wokenBy(() => harness.addPromise(anotherVersion))).toEqual([
        uid,
      ]);
      expect(await wokenBy(withdraw)).toEqual([uid]);
      expect(await wokenBy(() => harness.addPromise(cache))).toEqual([uid]);
      const untrusted = { trusted: false };
      expect(await wokenBy(() => harness.addPromise(cache, untrusted))).toEqual(
        [uid],
      );
    });

    it.each(['Available', 'Unavailable'] as const)(
      'are left alone when a Promise only becomes %s',
      async state => {
        await harness.addPromise(cache);
        await setState(state === 'Available' ? 'Unavailable' : 'Available');
        expect(await wokenBy(() => setState(state))).toEqual([]);
        expect(await harness.promise('cache')).toMatchObject({ state });
        // The catalog says the same again.
        expect(await wokenBy(() => harness.addPromise(cache))).toEqual([]);
      },
    );
  },
);
