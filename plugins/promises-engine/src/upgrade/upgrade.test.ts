import { TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { EngineHarness } from '../__testUtils__/EngineHarness';
import type { RequestRow } from '../database/rows/rows';
import { migrateDatabase } from '../database';
import {
  hashMigration,
  listReleases,
  loadRelease,
  readRelease,
  type ReleaseDump,
} from './__testUtils__/ReleaseDump';
import { LEFT_BEHIND, scriptsOf } from './__testUtils__/scenario';
import { TABLES } from './__testUtils__/tables';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });
const AFTER_MS = 15 * 60_000;

async function readColumns(knex: Knex) {
  const tables = await Promise.all(
    TABLES.map(async table => [table, await knex(table).columnInfo()] as const),
  );
  return tables.flatMap(([table, columns]) =>
    Object.entries(columns).map(([name, column]) => ({
      name: `${table}.${name}`,
      ...column,
    })),
  );
}

/** An engine of this release over what another one left behind, some time later. */
async function takeOver(knex: Knex, dump: ReleaseDump): Promise<EngineHarness> {
  const at = Date.parse(dump.at) + AFTER_MS;
  const begun = Date.now();
  return EngineHarness.create({
    knex,
    scripts: scriptsOf(true),
    engine: { now: () => new Date(at + Date.now() - begun) },
  });
}

describe.each(databases.eachSupportedId())(
  'from a former release on %s',
  id => {
    it('there is a dump of a release', async () => {
      expect(await listReleases()).not.toEqual([]);
    });

    it('no migration of it has changed', async () => {
      for (const version of await listReleases()) {
        for (const { name, sha256 } of (await readRelease(version))
          .migrations) {
          expect({ version, name, sha256: await hashMigration(name) }).toEqual({
            version,
            name,
            sha256,
          });
        }
      }
    });

    it('later migrations only add what it need not know', async () => {
      for (const version of await listReleases()) {
        const knex = await databases.init(id);
        await loadRelease(knex, await readRelease(version));
        const before = await readColumns(knex);
        await migrateDatabase(knex);
        const after = await readColumns(knex);
        expect(after).toEqual(expect.arrayContaining(before));
        const known = new Set(before.map(({ name }) => name));
        for (const { name, nullable, defaultValue } of after) {
          const optional = known.has(name) || nullable || defaultValue !== null;
          expect({ name, optional }).toEqual({ name, optional: true });
        }
      }
    });

    it('everything is read, goes on, is changed, is tried again and is deleted', async () => {
      for (const version of await listReleases()) {
        const knex = await databases.init(id);
        const dump = await readRelease(version);
        await loadRelease(knex, dump);
        const harness = await takeOver(knex, dump);
        const rows = await knex<RequestRow>('requests');
        const uids = Object.fromEntries(
          rows.map(({ name, uid }) => [name, uid]),
        );
        expect(
          Object.fromEntries(rows.map(({ name, state }) => [name, state])),
        ).toEqual(LEFT_BEHIND);
        for (const { uid, name } of rows) {
          expect(await harness.engine.readManifest(uid)).toMatchObject({
            metadata: { name },
          });
        }

        await harness.engine.start();
        const actor = { ref: 'user:default/alice', origin: 'ui' } as const;
        const { native } = harness.engine;
        await harness.untilState(uids.running, 'Delivered');
        await native.act({ uid: uids.failed, verb: 'retry', actor });
        await native.act({ uid: uids.suspended, verb: 'retry', actor });
        await native.act({ uid: uids.paused, verb: 'resume', actor });
        const { row_version: etag } = await harness.request(uids.delivered);
        await harness.apply({
          name: 'delivered',
          spec: { size: 'huge' },
          ifMatch: String(etag),
        });
        for (const name of [
          'failed',
          'suspended',
          'paused',
          'changed',
          'shop',
          'shop-db',
        ]) {
          await harness.untilState(uids[name], 'Delivered');
        }
        await harness.untilState(uids.delivered, 'Delivered', {
          delivered_generation: 2,
        });
        const folder = (name: string) =>
          `dev/resources/default/database/${name}/configure/5058f/size.yaml`;
        expect(await harness.files()).toMatchObject({
          [folder('delivered')]: 'size: huge\n',
          [folder('changed')]: 'size: large\n',
          [folder('failed')]: 'size: fails\n',
          [folder('shop-db')]: 'size: small\n',
        });

        for (const { uid, parent_uid: parent, deleted_at: gone } of rows) {
          if (!parent && !gone) await native.delete({ uid, actor });
        }
        for (const { uid } of rows) await harness.untilState(uid, 'Deleted');
        expect(await harness.files()).toEqual({});
        await harness.dispose();
      }
    });
  },
);
