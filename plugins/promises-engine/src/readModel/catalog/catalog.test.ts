import { TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { runInTransaction } from '../../database';
import { appendEvent, type NewEvent } from '../../events';
import { insertRequest } from '../../registry/fixtures/insertRequest';
import { promiseDefinition } from '../../registry/fixtures/promiseDefinition';
import { register } from '../../registry/fixtures/register';
import { migratedDatabase } from '../../testing/migratedDatabase';
import { insertPlacement, insertWork } from '../fixtures/insertRows';
import {
  listCatalogClaims,
  listCatalogOrders,
  listDeliveredFiles,
  readCatalogRevision,
  readWorkloadContents,
  updateCatalogClaims,
} from '../index';

jest.setTimeout(60_000);

const platform = 'native';
const now = new Date('2030-01-01T00:00:00.000Z');

describe('what the catalog is to show', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });

  describe.each(databases.eachSupportedId())('on %s', id => {
    let knex: Knex;
    let promiseId: string;
    beforeEach(async () => {
      knex = await migratedDatabase(databases, id);
      ({ promiseId } = await register(knex, promiseDefinition({}), {
        card: { title: 'Redis cache', tags: [], links: [], whatYouGet: [] },
      }));
    });

    const addDestination = (name: string, change: object = {}) =>
      knex('destinations').insert({
        platform,
        name,
        entity_ref: `destination:default/${name}`,
        labels: '{}',
        spec: '{}',
        fulfils_requests: false,
        catalog: true,
        state_store_kind: 'GitStateStore',
        state_store_name: 'git',
        state: 'Ready',
        reason: 'r',
        message: 'm',
        findings: '[]',
        created_at: now.toISOString(),
        updated_at: now.toISOString(),
        ...change,
      });

    const deliver = async (
      destination: string,
      files: Record<string, string>,
      state = 'Written',
    ) => {
      const requestUid = await insertRequest(knex, promiseId, {
        namespace: 'team-a',
      });
      const directory = '.';
      const workId = await insertWork(knex, {
        promiseId,
        requestUid,
        groups: [{ directory, files }],
      });
      await insertPlacement(knex, {
        workId,
        promiseId,
        requestUid,
        directory,
        destination,
        files,
        state,
      });
      const place = knex('placements').where({ request_uid: requestUid });
      await place.clone().update({ written: knex.ref('desired') });
      return { requestUid, place };
    };

    const destinationsOf = async () =>
      (await listDeliveredFiles(knex, { platform })).map(
        ({ destination }) => destination,
      );

    it('is what is in the store of its Destinations, also while something newer is on its way', async () => {
      await addDestination('catalog');
      const files = { 'a.yaml': 'kind: A', 'b.json': '{}', 'c.txt': 'no' };
      const { requestUid, place } = await deliver('catalog', files);
      await place.clone().update({ desired: '[]', state: 'Pending' });
      const [delivered, ...others] = await listDeliveredFiles(knex, {
        platform,
      });
      expect(others).toEqual([]);
      expect(delivered).toEqual({
        placement: expect.any(String),
        destination: 'catalog',
        path: 'catalog',
        holder: requestUid,
        requestUid,
        namespace: 'team-a',
        promiseName: 'redis',
        ownerRef: 'group:default/a',
        files: [
          { filepath: 'a.yaml', sha256: expect.any(String) },
          { filepath: 'b.json', sha256: expect.any(String) },
        ],
      });
      const hashes = delivered.files.map(({ sha256 }) => sha256);
      const contents = await readWorkloadContents(knex, {
        hashes: [...hashes, ...hashes, 'unknown'],
      });
      expect(hashes.map(hash => contents.get(hash)?.toString())).toEqual([
        'kind: A',
        '{}',
      ]);
      expect(contents.size).toBe(2);

      await place.clone().update({ written: null, state: 'Removed' });
      expect(await destinationsOf()).toEqual([]);
    });

    it('is nothing of other Destinations, and nothing of those that are not trusted', async () => {
      await addDestination('other', { catalog: false });
      await addDestination('untrusted', { state: 'Untrusted' });
      await addDestination('invalid', { state: 'Invalid' });
      await addDestination('gone', { state: 'Disconnected' });
      await addDestination('ill', { state: 'NotReady' });
      for (const name of ['other', 'untrusted', 'invalid', 'gone', 'ill']) {
        await deliver(name, { [`${name}.yaml`]: name });
      }
      expect((await destinationsOf()).sort()).toEqual(['gone', 'ill']);
    });

    it('is what belongs to a Promise itself, too', async () => {
      await addDestination('catalog');
      const { place } = await deliver('catalog', { 'a.yaml': 'a' });
      await place.clone().update({ request_uid: null });
      expect(await listDeliveredFiles(knex, { platform })).toEqual([
        expect.objectContaining({
          holder: `promise:${promiseId}`,
          ownerRef: 'group:default/platform',
        }),
      ]);
    });

    it('is every request that is not deleted, with or without those of others', async () => {
      const parent = await insertRequest(knex, promiseId, { name: 'parent' });
      const child = await insertRequest(knex, promiseId, {
        name: 'child',
        parent_uid: parent,
      });
      await insertRequest(knex, promiseId, {
        name: 'gone',
        deleted_at: now.toISOString(),
      });
      const uids = async (withChildren: boolean) =>
        (await listCatalogOrders(knex, { platform, withChildren })).map(
          ({ uid }) => uid,
        );
      expect(await uids(false)).toEqual([parent]);
      expect((await uids(true)).sort()).toEqual([parent, child].sort());
      const [order] = await listCatalogOrders(knex, {
        platform,
        withChildren: false,
      });
      expect(order).toEqual({
        uid: parent,
        promiseName: 'redis',
        promiseTitle: 'Redis cache',
        namespace: 'default',
        name: 'parent',
        ownerRef: 'group:default/a',
      });
    });

    it('has a revision that only what matters changes', async () => {
      await addDestination('catalog');
      await addDestination('other', { catalog: false });
      const append = (event: Omit<NewEvent, 'payload'>) =>
        runInTransaction(knex, transaction =>
          appendEvent(transaction, { ...event, payload: {} }),
        );
      const changes = async (event: Omit<NewEvent, 'payload'>) => {
        const before = await readCatalogRevision(knex, { platform });
        await append(event);
        return (await readCatalogRevision(knex, { platform })) !== before;
      };
      expect(await changes({ type: 'RequestCreated' })).toBe(true);
      expect(await changes({ type: 'StepLogged' })).toBe(false);
      expect(await changes({ type: 'RequestStateChanged' })).toBe(false);
      expect(
        await changes({ type: 'PlacementWritten', destination: 'other' }),
      ).toBe(false);
      expect(
        await changes({ type: 'PlacementWritten', destination: 'catalog' }),
      ).toBe(true);
      expect(
        await changes({ type: 'PlacementRemoved', destination: 'catalog' }),
      ).toBe(true);
      expect(await changes({ type: 'DestinationChanged' })).toBe(true);
    });

    it('leaves a name to whoever claimed it first', async () => {
      const update = (
        claim: Array<[string, string]>,
        release: Array<[string, string]> = [],
      ) =>
        updateCatalogClaims(knex, {
          platform,
          now,
          claim: claim.map(([entityRef, holder]) => ({ entityRef, holder })),
          release: release.map(([entityRef, holder]) => ({
            entityRef,
            holder,
          })),
        });
      const holders = async () =>
        Object.fromEntries(
          (await listCatalogClaims(knex, { platform })).map(each => [
            each.entityRef,
            each.holder,
          ]),
        );
      await Promise.all([
        update([
          ['a', 'one'],
          ['b', 'one'],
        ]),
        update([['c', 'two']]),
      ]);
      await update([['a', 'two']]);
      expect(await holders()).toEqual({ a: 'one', b: 'one', c: 'two' });
      await update([['a', 'two']], [['a', 'two']]);
      expect((await holders()).a).toBe('one');
      await update([['a', 'two']], [['a', 'one']]);
      expect(await holders()).toEqual({ a: 'two', b: 'one', c: 'two' });
    });
  });
});
