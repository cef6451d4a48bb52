import { TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { insertRequest } from '../registry/fixtures/insertRequest';
import { promiseDefinition } from '../registry/fixtures/promiseDefinition';
import { register } from '../registry/fixtures/register';
import { migratedDatabase } from '../testing/migratedDatabase';
import { insertRun, insertPlacement, insertWork } from './fixtures/insertRows';
import {
  findRequest,
  getPromise,
  getRequest,
  getRequestDetail,
  readRelatives,
  getWorkload,
  listDestinations,
  listPromises,
  listRequestFiles,
  listRequests,
  readStepLog,
} from './index';

jest.setTimeout(60_000);

const at = (second: number) =>
  new Date(
    Date.parse('2030-01-01T00:00:00.000Z') + second * 1_000,
  ).toISOString();

describe('the read model', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });

  describe.each(databases.eachSupportedId())('on %s', id => {
    let knex: Knex;
    let promiseId: string;
    beforeEach(async () => {
      knex = await migratedDatabase(databases, id);
      ({ promiseId } = await register(
        knex,
        promiseDefinition({ version: 'v1' }),
        {
          card: {
            title: 'Redis cache',
            icon: 'cache',
            category: 'Data',
            tags: ['aws'],
            links: [{ url: 'https://redis.io' }],
            whatYouGet: ['A cache'],
            documentation: '# Redis',
            example: { size: 'small' },
          },
        },
      ));
    });

    describe('requests', () => {
      it('shows one with its Promise, spec, state and outputs', async () => {
        const uid = await insertRequest(knex, promiseId, {
          name: 'cache',
          created_at: at(0),
          labels: '{"a":"b"}',
          state: 'Running',
          state_detail:
            '{"pipelineIndex":1,"pipelineCount":2,"pipeline":"p","step":"s"}',
          status: '{"host":"redis.local","message":"hello","workflows":1}',
          conditions:
            '[{"type":"Reconciled","status":"Unknown","reason":"r","message":"m"}]',
          row_version: 7,
          spec: { size: 'large' },
        });
        const request = await getRequest(knex, { uid });
        expect(request).toEqual({
          uid,
          platform: 'native',
          promise: {
            name: 'redis',
            title: 'Redis cache',
            entityRef: 'promise:default/redis',
            icon: 'cache',
          },
          api: {
            group: 'demo.io',
            version: 'v1',
            kind: 'Redis',
            plural: 'rediss',
          },
          namespace: 'default',
          name: 'cache',
          owner: 'group:default/a',
          requestedBy: 'user:default/ann',
          origin: 'ui',
          generation: 1,
          observedGeneration: 0,
          spec: { size: 'large' },
          labels: { a: 'b' },
          annotations: {},
          state: {
            name: 'Running',
            reason: 'Accepted',
            message: 'Accepted',
            since: at(0),
            pipelineIndex: 1,
            pipelineCount: 2,
            pipeline: 'p',
            step: 's',
          },
          conditions: [
            {
              type: 'Reconciled',
              status: 'Unknown',
              reason: 'r',
              message: 'm',
            },
          ],
          outputs: { host: 'redis.local' },
          revision: {
            id: expect.any(String),
            version: 'v1',
            current: true,
            createdAt: expect.any(String),
          },
          etag: '"7"',
          createdAt: at(0),
          updatedAt: at(0),
        });
        expect(
          await findRequest(knex, {
            platform: 'native',
            promiseName: 'redis',
            namespace: 'default',
            name: 'cache',
          }),
        ).toEqual(request);
        expect(await getRequest(knex, { uid: 'nobody' })).toBeUndefined();
      });

      it('pages newest first, over equal times, and misses or repeats none', async () => {
        const uids: string[] = [];
        for (let index = 0; index < 23; index += 1) {
          uids.push(
            await insertRequest(knex, promiseId, {
              created_at: at(Math.floor(index / 5)),
            }),
          );
        }
        const seen: string[] = [];
        let cursor: string | undefined;
        do {
          const page = await listRequests(knex, { limit: 4, cursor });
          expect(page.total).toBe(23);
          seen.push(...page.items.map(({ uid }) => uid));
          cursor = page.nextCursor;
        } while (cursor);
        expect(new Set(seen).size).toBe(23);
        expect([...seen].sort()).toEqual([...uids].sort());
        const times = await Promise.all(
          seen.map(async uid => (await getRequest(knex, { uid }))!.createdAt),
        );
        expect(times).toEqual([...times].sort().reverse());
      });

      it.each([
        [{}, ['one', 'two', 'three']],
        [{ states: ['Failed' as const] }, ['two']],
        [{ namespaces: ['team-b'] }, ['three']],
        [{ owners: ['group:default/b'] }, ['three']],
        [{ ownedBy: ['group:default/a', 'user:default/ann'] }, ['one', 'two']],
        [{ requestedBy: 'user:default/bob' }, ['two']],
        [{ promises: ['other'] }, []],
        // Also part of the namespace.
        [{ search: 'TEAM' }, ['three']],
        [{ search: 'TWO' }, ['two']],
        [{ search: '_' }, []],
        [{ search: '%' }, []],
        [{ search: 'REDIS' }, ['one', 'two', 'three']],
        [{ deleted: true }, ['one', 'two', 'three', 'gone']],
      ])('filters by %j', async (filter, names) => {
        const rows = [
          { name: 'one' },
          { name: 'two', state: 'Failed', requested_by: 'user:default/bob' },
          {
            name: 'three',
            namespace: 'team-b',
            owner_ref: 'group:default/b',
          },
          { name: 'gone', deleted_at: at(9), state: 'Deleted' },
        ];
        for (const [index, row] of rows.entries()) {
          await insertRequest(knex, promiseId, {
            created_at: at(100 - index),
            ...row,
          });
        }
        const { items, total } = await listRequests(knex, { filter });
        const found = items.map(({ name }) => name);
        expect(found).toEqual(names);
        expect(total).toBe(names.length);
      });

      it('lists, counts and facets only what the caller may read', async () => {
        for (const owner of ['a', 'a', 'b']) {
          await insertRequest(knex, promiseId, {
            owner_ref: `group:default/${owner}`,
          });
        }
        const mine = await listRequests(knex, {
          authorize: query =>
            query.where(any =>
              any
                .whereIn('owner_ref', ['group:default/b'])
                .orWhere('requested_by', 'nobody'),
            ),
        });
        expect(mine.total).toBe(1);
        expect(mine.items).toHaveLength(1);
        expect(mine.facets.owners).toEqual([
          { value: 'group:default/b', count: 1 },
        ]);
        const none = await listRequests(knex, {
          authorize: query => query.whereRaw('1 = 0'),
        });
        expect(none).toEqual({
          items: [],
          total: 0,
          facets: { promises: [], namespaces: [], states: [], owners: [] },
        });
      });

      it('counts a facet under the filters of the others and not under its own', async () => {
        for (const [owner, state, count] of [
          ['a', 'Ready', 3],
          ['a', 'Failed', 1],
          ['b', 'Failed', 2],
        ] as const) {
          for (let index = 0; index < count; index += 1) {
            await insertRequest(knex, promiseId, {
              owner_ref: `group:default/${owner}`,
              state,
            });
          }
        }
        const { total, facets } = await listRequests(knex, {
          filter: { owners: ['group:default/a'], states: ['Failed'] },
        });
        expect(total).toBe(1);
        expect(facets).toEqual({
          promises: [{ value: 'redis', count: 1 }],
          namespaces: [{ value: 'default', count: 1 }],
          states: [
            { value: 'Ready', count: 3 },
            { value: 'Failed', count: 1 },
          ],
          owners: [
            { value: 'group:default/b', count: 2 },
            { value: 'group:default/a', count: 1 },
          ],
        });
      });

      it('refuses a cursor of elsewhere', async () => {
        await expect(listRequests(knex, { cursor: 'bogus' })).rejects.toThrow(
          'cursor: not a cursor of this list',
        );
      });

      it('shows one in detail: runs newest first, placements, children, history', async () => {
        const uid = await insertRequest(knex, promiseId, {
          generation: 1,
          created_at: at(0),
        });
        const child = await insertRequest(knex, promiseId, {
          parent_uid: uid,
          origin: 'parent',
        });
        const revision = (await knex('promise_revisions').first()).id;
        const old = await insertRun(knex, {
          promiseId,
          requestUid: uid,
          revision,
          createdAt: at(1),
        });
        const recent = await insertRun(knex, {
          promiseId,
          requestUid: uid,
          revision,
          createdAt: at(2),
        });
        const workId = await insertWork(knex, {
          promiseId,
          requestUid: uid,
          groups: [
            { directory: '.', files: { 'a.yaml': 'aa' } },
            { directory: 'x', files: { 'x/b.yaml': 'bbb' } },
          ],
        });
        await insertPlacement(knex, {
          workId,
          promiseId,
          requestUid: uid,
          directory: '.',
          destination: 'dev',
          files: { 'a.yaml': 'aa' },
          state: 'Written',
          commit: 'c0ffee',
        });
        await insertPlacement(knex, {
          workId,
          promiseId,
          requestUid: uid,
          directory: '.',
          destination: 'old',
          files: {},
          state: 'Written',
          misplaced: true,
        });
        const detail = await getRequestDetail(knex, { uid });
        expect(detail!.runs.map(run => run.id)).toEqual([recent, old]);
        expect(
          detail!.runs[0].steps.map(({ container, state }) => [
            container,
            state,
          ]),
        ).toEqual([
          ['first', 'Succeeded'],
          ['second', 'Running'],
        ]);
        expect(
          detail!.placements.map(({ destination, state, files, commit }) => [
            destination,
            state,
            files,
            commit,
          ]),
        ).toEqual([
          ['dev', 'Written', 1, 'c0ffee'],
          ['old', 'Misplaced', 0, undefined],
          ['', 'Unscheduled', 1, undefined],
        ]);
        const relatives = await readRelatives(knex, { uid });
        expect(relatives.children).toMatchObject([
          { uid: child, children: [] },
        ]);
        expect(
          (await readRelatives(knex, { uid: child })).ancestors,
        ).toMatchObject([{ uid }]);
        expect(detail!.history).toMatchObject([
          { generation: 1, decision: 'accepted', revision: 'v1' },
        ]);
        expect(await getRequestDetail(knex, { uid: 'nobody' })).toBeUndefined();
      });

      it('reads a log on from where the reader is, and only of its own request', async () => {
        const uid = await insertRequest(knex, promiseId);
        const revision = (await knex('promise_revisions').first()).id;
        const runId = await insertRun(knex, {
          promiseId,
          requestUid: uid,
          revision,
          createdAt: at(1),
          logLines: 5,
        });
        const steps = await knex('steps').orderBy('container_index');
        const [ended, running] = steps.map(step => step.id);
        const read = (stepId: string, options = {}) =>
          readStepLog(knex, { requestUid: uid, runId, stepId, ...options });
        const all = await read(ended);
        expect(all!.complete).toBe(true);
        expect(
          all!.lines.map(({ sequence, text }) => [sequence, text]),
        ).toEqual([1, 2, 3, 4, 5].map(line => [line, `line ${line}`]));
        const part = await read(ended, { after: 1, limit: 2 });
        expect(part!.complete).toBe(false);
        expect(part!.lines.map(({ sequence }) => sequence)).toEqual([2, 3]);
        expect((await read(ended, { after: 3, limit: 2 }))!.complete).toBe(
          true,
        );
        expect(await read(running)).toEqual({ complete: false, lines: [] });
        expect(await read('nothing')).toBeUndefined();
        expect(
          await readStepLog(knex, {
            requestUid: 'other',
            runId,
            stepId: ended,
          }),
        ).toBeUndefined();
      });

      it('lists files with their places, and gives their bytes', async () => {
        const uid = await insertRequest(knex, promiseId);
        const workId = await insertWork(knex, {
          promiseId,
          requestUid: uid,
          groups: [{ directory: '.', files: { 'b.yaml': 'bb', 'a.bin': 'a' } }],
        });
        await insertPlacement(knex, {
          workId,
          promiseId,
          requestUid: uid,
          directory: '.',
          destination: 'dev',
          path: 'dev/resources/x',
          files: { 'b.yaml': 'bb', 'a.bin': 'a' },
          state: 'Written',
          commit: 'c0ffee',
        });
        const files = await listRequestFiles(knex, { requestUid: uid });
        expect(files).toEqual([
          {
            path: 'a.bin',
            sha256: expect.any(String),
            bytes: 1,
            pipeline: 'configure',
            placements: [
              {
                destination: 'dev',
                path: 'dev/resources/x/a.bin',
                state: 'Written',
                commit: 'c0ffee',
              },
            ],
          },
          expect.objectContaining({ path: 'b.yaml', bytes: 2 }),
        ]);
        const { sha256 } = files[0];
        const workload = await getWorkload(knex, { requestUid: uid, sha256 });
        expect(workload!.path).toBe('a.bin');
        expect(workload!.content.toString()).toBe('a');
        expect(
          await getWorkload(knex, { requestUid: 'other', sha256 }),
        ).toBeUndefined();
      });
    });

    describe('Promises', () => {
      it('shows one with its definition, revisions and requirements', async () => {
        const definition = promiseDefinition({
          version: 'v2',
          requires: [{ name: 'dns', version: 'v1' }],
        });
        await register(knex, definition);
        const record = await getPromise(knex, {
          platform: 'native',
          name: 'redis',
        });
        expect(record!.current!.definition).toEqual(definition);
        expect(record!.row.id).toBe(promiseId);
        expect(record!.detail).toMatchObject({
          name: 'redis',
          title: 'redis',
          version: 'v2',
          owner: 'group:default/platform',
          availability: { state: 'Unavailable' },
          requirements: [
            { name: 'dns', version: 'v1', state: 'Requirement not installed' },
          ],
          revisions: [
            { version: 'v2', current: true },
            { version: 'v1', current: false },
          ],
        });
        expect(await getPromise(knex, { id: promiseId })).toEqual(record);
        expect(
          await getPromise(knex, { platform: 'native', name: 'nothing' }),
        ).toBeUndefined();
      });

      it('gives the holder of a name before the others', async () => {
        await register(knex, promiseDefinition(), {
          entityRef: 'promise:other/redis',
        });
        const byName = await getPromise(knex, {
          platform: 'native',
          name: 'redis',
        });
        expect(byName!.detail).toMatchObject({
          entityRef: 'promise:default/redis',
          documentation: '# Redis',
          example: { size: 'small' },
          whatYouGet: ['A cache'],
          links: [{ url: 'https://redis.io' }],
        });
        const refused = await getPromise(knex, {
          platform: 'native',
          entityRef: 'promise:other/redis',
        });
        expect(refused!.detail.availability.state).toBe('Refused');
        expect(refused!.current).toBeUndefined();
      });

      it('lists by title with facets, after authorisation, in pages', async () => {
        for (const name of ['alpha', 'beta', 'gamma']) {
          await register(knex, promiseDefinition({ name, kind: name }), {
            card: {
              title: name.toUpperCase(),
              category: name === 'gamma' ? 'Other' : 'Data',
              tags: [],
              links: [],
              whatYouGet: [],
            },
          });
        }
        await knex('promises')
          .where({ name: 'beta' })
          .update({ state: 'Withdrawn' });
        const titles = (list: Awaited<ReturnType<typeof listPromises>>) =>
          list.items.map(({ card }) => card.title);
        const first = await listPromises(knex, { limit: 2 });
        expect(titles(first)).toEqual(['ALPHA', 'GAMMA']);
        expect(first.total).toBe(3);
        expect(first.facets.categories).toEqual([
          { value: 'Data', count: 2 },
          { value: 'Other', count: 1 },
        ]);
        const second = await listPromises(knex, {
          limit: 2,
          cursor: first.nextCursor,
        });
        expect(titles(second)).toEqual(['Redis cache']);
        expect(second.nextCursor).toBeUndefined();
        expect(second.items[0]).toMatchObject({
          id: promiseId,
          revisionId: expect.any(String),
          definitionSha256: expect.stringMatching(/^[0-9a-f]{64}$/),
        });
        const some = await listPromises(knex, {
          authorize: query => query.whereIn('name', ['alpha', 'beta']),
        });
        expect(titles(some)).toEqual(['ALPHA']);
        expect(some.total).toBe(1);
      });
    });

    it('lists Destinations with their stores and what is there', async () => {
      const times = { created_at: at(0), updated_at: at(0) };
      const words = { reason: 'r', message: 'm', findings: '[]', ...times };
      await knex('state_stores').insert({
        platform: 'native',
        kind: 'GitStateStore',
        name: 'git',
        entity_ref: 'gitstatestore:default/git',
        spec: '{"url":"https://me:secret@git.local/x.git","branch":"main"}',
        state: 'Ready',
        ...words,
      });
      for (const [name, store] of [
        ['dev', 'git'],
        ['prod', 'missing'],
      ]) {
        await knex('destinations').insert({
          platform: 'native',
          name,
          entity_ref: `destination:default/${name}`,
          labels: '{"environment":"dev"}',
          spec: JSON.stringify({ path: name }),
          fulfils_requests: name === 'dev',
          state_store_kind: 'GitStateStore',
          state_store_name: store,
          state: 'Ready',
          ...words,
        });
      }
      for (const [index, state] of ['Written', 'Failed', 'Written'].entries()) {
        await insertPlacement(knex, {
          workId: `w${index}`,
          promiseId,
          requestUid: 'r',
          directory: '.',
          destination: 'dev',
          files: {},
          state,
          commit: `c${index}`,
          writtenAt: state === 'Written' ? at(index) : undefined,
        });
      }
      expect(await listDestinations(knex, { platform: 'native' })).toEqual([
        {
          name: 'dev',
          entityRef: 'destination:default/dev',
          labels: { environment: 'dev' },
          path: 'dev',
          mode: 'nestedByMetadata',
          strictMatchLabels: false,
          fulfilsRequests: true,
          catalog: false,
          state: 'Ready',
          reason: 'r',
          message: 'm',
          stateStore: {
            kind: 'GitStateStore',
            name: 'git',
            url: 'https://git.local/x.git',
            branch: 'main',
            state: 'Ready',
            reason: 'r',
            message: 'm',
          },
          placements: 3,
          failedPlacements: 1,
          lastCommit: 'c2',
          lastWrittenAt: at(2),
          findings: [],
        },
        expect.objectContaining({
          name: 'prod',
          fulfilsRequests: false,
          catalog: false,
          placements: 0,
          stateStore: expect.objectContaining({
            state: 'NotReady',
            message: 'GitStateStore/missing: not found',
          }),
        }),
      ]);
    });
  });
});
