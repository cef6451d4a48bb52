import { TestDatabases } from '@backstage/backend-test-utils';
import {
  hashDefinition,
  type DestinationDefinition,
  type GitStateStoreDefinition,
  type JsonObject,
} from '@promissory/plugin-promises-common';
import type { Knex } from 'knex';
import { listEvents } from '../events';
import { migratedDatabase } from '../testing/migratedDatabase';
import { insertRequest } from './fixtures/insertRequest';
import { promiseDefinition } from './fixtures/promiseDefinition';
import { register } from './fixtures/register';
import {
  disconnectDestination,
  disconnectStateStore,
  getDefinition,
  listMissingDefinitions,
  listRegisteredPromises,
  putDefinition,
  readRequirements,
  setPromiseState,
  upsertDestination,
  upsertPromise,
  upsertStateStore,
  withdrawPromise,
} from './index';

jest.setTimeout(60_000);

const now = new Date('2030-01-01T00:00:00.000Z');
const platform = 'native';

describe('the registry', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });

  describe.each(databases.eachSupportedId())('on %s', id => {
    let knex: Knex;
    beforeEach(async () => {
      knex = await migratedDatabase(databases, id);
    });
    const promise = (promiseId: string) =>
      knex('promises').where({ id: promiseId }).first();
    const eventTypes = async () =>
      (await listEvents(knex, {})).items.map(({ type }) => type);
    const queue = () => knex('work_queue').orderBy(['kind', 'key']);
    const queued = async () =>
      (await queue()).map(({ kind, key }) => `${kind} ${key}`);

    describe('definitions', () => {
      const definition = promiseDefinition() as unknown as JsonObject;
      const sha256 = hashDefinition(definition);

      it('keeps a definition once', async () => {
        const put = { sha256, definition, now };
        expect(
          await listMissingDefinitions(knex, { hashes: [sha256, 'x'] }),
        ).toEqual([sha256, 'x']);
        expect(await putDefinition(knex, put)).toBe('kept');
        expect(await putDefinition(knex, put)).toBe('known');
        expect(await getDefinition(knex, { sha256 })).toEqual(definition);
        expect(await getDefinition(knex, { sha256: 'x' })).toBeUndefined();
        expect(
          await listMissingDefinitions(knex, { hashes: ['x', sha256, 'x'] }),
        ).toEqual(['x']);
      });

      it('refuses a definition under another hash', async () => {
        await expect(
          putDefinition(knex, { sha256: 'f'.repeat(64), definition, now }),
        ).rejects.toThrow(`The definition has the hash ${sha256}`);
      });

      it('is needed before the Promise that names it', async () => {
        await expect(
          upsertPromise(knex, {
            platform,
            now,
            promise: {
              entityRef: 'promise:default/redis',
              definitionSha256: sha256,
              definition: promiseDefinition(),
              card: { title: 'Redis', tags: [], links: [], whatYouGet: [] },
              trusted: true,
              findings: [],
            },
          }),
        ).rejects.toThrow(`Definition ${sha256} is not kept here`);
      });
    });

    it('registers a Promise with its first revision, an event and work', async () => {
      const { promiseId, outcome, state } = await register(
        knex,
        promiseDefinition({ version: 'v1', requires: [{ name: 'dns' }] }),
      );
      expect({ outcome, state }).toEqual({
        outcome: 'registered',
        state: 'Unavailable',
      });
      const row = await promise(promiseId);
      expect(row).toMatchObject({
        name: 'redis',
        api_group: 'demo.io',
        api_version: 'v1',
        api_kind: 'Redis',
        api_plural: 'rediss',
        required_promises: '[{"name":"dns"}]',
      });
      expect(Boolean(row.holds_name)).toBe(true);
      expect(await knex('promise_revisions')).toMatchObject([
        { id: row.current_revision_id, version: 'v1', sequence: 1 },
      ]);
      expect(await eventTypes()).toEqual(['PromiseRegistered']);
      expect(await queued()).toEqual([`promise ${promiseId}`]);
    });

    it('writes nothing when the same comes again', async () => {
      await register(knex, promiseDefinition());
      await knex('work_queue').delete();
      const before = await knex('promises');
      const again = await register(knex, promiseDefinition());
      expect(again.outcome).toBe('unchanged');
      expect(await knex('promises')).toEqual(before);
      expect(await eventTypes()).toEqual(['PromiseRegistered']);
      expect(await queue()).toEqual([]);
    });

    it('makes a revision of each distinct definition, and goes back to an old one', async () => {
      const v1 = promiseDefinition({ version: 'v1' });
      const v2 = promiseDefinition({ version: 'v2' });
      const { promiseId } = await register(knex, v1);
      const first = (await promise(promiseId)).current_revision_id;
      await register(knex, v2);
      expect((await promise(promiseId)).current_revision_id).not.toBe(first);
      await register(knex, v1);
      expect((await promise(promiseId)).current_revision_id).toBe(first);
      expect(
        await knex('promise_revisions').orderBy('sequence').pluck('version'),
      ).toEqual(['v1', 'v2']);
      expect(await eventTypes()).toEqual([
        'PromiseRegistered',
        'PromiseChanged',
        'PromiseChanged',
      ]);
    });

    it('keeps availability over a change of the card, and tells dependents', async () => {
      const redis = await register(knex, promiseDefinition());
      const other = await register(
        knex,
        promiseDefinition({
          name: 'app',
          kind: 'App',
          requires: [{ name: 'redis' }],
        }),
      );
      await knex('work_queue').delete();
      const available = {
        promiseId: redis.promiseId,
        state: 'Available' as const,
        reason: 'PromiseAvailable',
        message: 'Ready to fulfil resource requests',
        now,
      };
      expect(await setPromiseState(knex, available)).toBe(true);
      expect(await setPromiseState(knex, available)).toBe(false);
      expect(await queued()).toEqual([`promise ${other.promiseId}`]);
      expect(
        await readRequirements(knex, await promise(other.promiseId)),
      ).toEqual([
        expect.objectContaining({
          name: 'redis',
          state: 'Requirement installed',
          fulfilled: true,
          entityRef: 'promise:default/redis',
        }),
      ]);
      const changed = await register(knex, promiseDefinition(), {
        card: { title: 'Redis!', tags: [], links: [], whatYouGet: [] },
      });
      expect(changed).toMatchObject({ outcome: 'changed', state: 'Available' });
    });

    it.each([
      [
        'name',
        promiseDefinition({ kind: 'Other' }),
        /^The name redis is held by promise:default\/redis/,
      ],
      [
        'API',
        promiseDefinition({ name: 'valkey' }),
        /^The API .* is held by promise:default\/redis/,
      ],
    ])(
      'refuses a later Promise with the same %s',
      async (_, definition, message) => {
        await register(knex, promiseDefinition());
        const { promiseId, state } = await register(knex, definition, {
          entityRef: 'promise:other/late',
        });
        expect(state).toBe('Refused');
        const row = await promise(promiseId);
        expect(row.message).toMatch(message);
        expect(Boolean(row.holds_name)).toBe(false);
        expect(row.current_revision_id).toBeNull();
        // It waits for its turn.
        expect(
          await withdrawPromise(knex, {
            platform,
            entityRef: 'promise:default/redis',
            now,
          }),
        ).toEqual({ outcome: 'withdrawn', refused: ['promise:other/late'] });
        const again = await register(knex, definition, {
          entityRef: 'promise:other/late',
        });
        expect(again.state).toBe('Unavailable');
        // And the first one comes too late now.
        expect((await register(knex, promiseDefinition())).state).toBe(
          'Refused',
        );
      },
    );

    it('leaves the name with a withdrawn Promise that still has requests', async () => {
      const { promiseId } = await register(knex, promiseDefinition());
      const uid = await insertRequest(knex, promiseId);
      const entityRef = 'promise:default/redis';
      await withdrawPromise(knex, { platform, entityRef, now });
      expect(
        (await withdrawPromise(knex, { platform, entityRef, now })).outcome,
      ).toBe('unchanged');
      expect(await eventTypes()).toEqual([
        'PromiseRegistered',
        'PromiseWithdrawn',
      ]);
      const late = () =>
        register(knex, promiseDefinition(), { entityRef: 'promise:b/redis' });
      expect((await late()).state).toBe('Refused');
      await knex('requests')
        .where({ uid })
        .update({ deleted_at: now.toISOString() });
      expect((await late()).state).toBe('Unavailable');
    });

    it('comes back from withdrawal with its requests and revision', async () => {
      const { promiseId } = await register(knex, promiseDefinition());
      await withdrawPromise(knex, {
        platform,
        entityRef: 'promise:default/redis',
        now,
      });
      const back = await register(knex, promiseDefinition());
      expect(back).toEqual({
        promiseId,
        outcome: 'changed',
        state: 'Unavailable',
      });
      expect((await promise(promiseId)).withdrawn_at).toBeNull();
      expect(await knex('promise_revisions')).toHaveLength(1);
    });

    it('adopts nothing of an untrusted or invalid definition, and keeps what it had', async () => {
      const untrusted = await register(knex, promiseDefinition(), {
        trusted: false,
      });
      expect(untrusted.state).toBe('Untrusted');
      expect(await knex('promise_revisions')).toEqual([]);
      await register(knex, promiseDefinition());
      const first = (await promise(untrusted.promiseId)).current_revision_id;
      expect(first).not.toBeNull();
      const findings = [{ severity: 'error' as const, message: 'broken' }];
      const invalid = await register(
        knex,
        promiseDefinition({ version: 'v2', kind: 'Broken' }),
        { findings },
      );
      expect(invalid.state).toBe('Invalid');
      expect(await promise(untrusted.promiseId)).toMatchObject({
        current_revision_id: first,
        api_kind: 'Redis',
        message: 'broken',
        findings: JSON.stringify(findings),
      });
    });

    it('keeps the API of a Promise that has requests', async () => {
      const { promiseId } = await register(knex, promiseDefinition());
      await insertRequest(knex, promiseId);
      const changed = await register(knex, promiseDefinition({ api: null }));
      expect(changed.state).toBe('Invalid');
      const row = await promise(promiseId);
      expect(row.message).toMatch(/cannot remove API from existing promise/);
      expect(row.api_kind).toBe('Redis');
      // A good definition again makes it good again.
      expect((await register(knex, promiseDefinition())).state).toBe(
        'Unavailable',
      );
    });

    it('gives one of many that come at once the name', async () => {
      const results = await Promise.all(
        ['a', 'b', 'c', 'd'].map(namespace =>
          register(knex, promiseDefinition(), {
            entityRef: `promise:${namespace}/redis`,
          }),
        ),
      );
      expect(results.map(({ state }) => state).sort()).toEqual([
        'Refused',
        'Refused',
        'Refused',
        'Unavailable',
      ]);
      expect(await listRegisteredPromises(knex, { platform })).toHaveLength(4);
    });

    const store = (url = 'file:///platform.git'): GitStateStoreDefinition => ({
      apiVersion: 'platform.kratix.io/v1alpha1',
      kind: 'GitStateStore',
      metadata: { name: 'git' },
      spec: { url, branch: 'main' },
    });
    const putStore = (
      definition: GitStateStoreDefinition,
      fields: object = {},
    ) =>
      upsertStateStore(knex, {
        platform,
        now,
        stateStore: {
          entityRef: 'gitstatestore:default/git',
          definition,
          trusted: true,
          findings: [],
          ...fields,
        },
      });

    it('registers, changes and disconnects a state store', async () => {
      const row = () => knex('state_stores').first();
      expect((await putStore(store())).outcome).toBe('registered');
      expect((await putStore(store())).outcome).toBe('unchanged');
      expect(await row()).toMatchObject({ state: 'Unknown' });
      expect(await queued()).toEqual(['deliver native/GitStateStore/git']);
      await knex('state_stores').update({ state: 'Ready', reason: 'Ready' });
      expect((await putStore(store())).outcome).toBe('unchanged');
      await putStore(store('file:///other.git'));
      expect(await row()).toMatchObject({ state: 'Unknown' });
      await putStore(store(), { trusted: false });
      expect(await row()).toMatchObject({ state: 'Untrusted' });
      await putStore(store());
      const gone = {
        platform,
        entityRef: 'gitstatestore:default/git',
        now,
      };
      expect(await disconnectStateStore(knex, gone)).toBe('disconnected');
      expect(await disconnectStateStore(knex, gone)).toBe('unchanged');
      expect(await row()).toMatchObject({ state: 'Disconnected' });
      await putStore(store());
      expect(await row()).toMatchObject({ state: 'Unknown' });
      expect(new Set(await eventTypes())).toEqual(
        new Set(['StateStoreChanged']),
      );
    });

    const destination = (name = 'dev', path = name): DestinationDefinition => ({
      apiVersion: 'platform.kratix.io/v1alpha1',
      kind: 'Destination',
      metadata: { name, labels: { environment: name } },
      spec: { path, stateStoreRef: { kind: 'GitStateStore', name: 'git' } },
    });
    const putDestination = (
      definition: DestinationDefinition,
      fields: object = {},
    ) =>
      upsertDestination(knex, {
        platform,
        now,
        destination: {
          entityRef: `destination:default/${definition.metadata.name}`,
          definition,
          fulfilsRequests: false,
          trusted: true,
          findings: [],
          ...fields,
        },
      });

    it('registers, changes and disconnects a Destination, and asks for what it concerns', async () => {
      const row = () => knex('destinations').where({ name: 'dev' }).first();
      const { promiseId } = await register(knex, promiseDefinition());
      await knex('work_queue').delete();
      expect((await putDestination(destination())).outcome).toBe('registered');
      expect(await queued()).toEqual([
        'deliver native/GitStateStore/git',
        `promise ${promiseId}`,
        'sweep all',
      ]);
      await knex('work_queue').delete();
      expect((await putDestination(destination())).outcome).toBe('unchanged');
      expect(await queued()).toEqual([]);
      await knex('destinations').update({ state: 'Ready', reason: 'Ready' });
      const changed = await putDestination(destination(), {
        fulfilsRequests: true,
      });
      expect(changed.outcome).toBe('changed');
      expect(await row()).toMatchObject({ state: 'Ready' });
      const gone = { platform, entityRef: 'destination:default/dev', now };
      expect(await disconnectDestination(knex, gone)).toBe('disconnected');
      expect(await disconnectDestination(knex, gone)).toBe('unchanged');
      await putDestination(destination());
      expect(await row()).toMatchObject({ state: 'NotReady' });
    });

    it('refuses a second Destination with the same name or path', async () => {
      await putDestination(destination('dev'));
      await expect(
        putDestination(destination('dev'), { entityRef: 'destination:b/dev' }),
      ).rejects.toThrow(
        'Destination dev is destination:default/dev already, so destination:b/dev is not used',
      );
      await putDestination(destination('dev2', 'dev'));
      expect(
        await knex('destinations').where({ name: 'dev2' }).first(),
      ).toMatchObject({
        state: 'Invalid',
        message: expect.stringContaining(
          "destination path 'dev' already exists for state store 'git'",
        ),
      });
    });

    it('leaves a Destination alone that is being removed', async () => {
      await putDestination(destination());
      await knex('destinations').update({ state: 'Removing' });
      expect((await putDestination(destination('dev', 'x'))).outcome).toBe(
        'unchanged',
      );
    });
  });
});
