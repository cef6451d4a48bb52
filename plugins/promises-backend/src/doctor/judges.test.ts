import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { ConfigReader } from '@backstage/config';
import { judgeClock } from './checks/clock';
import { judgeDatabase } from './checks/database';
import { judgeEventDelivery } from './checks/eventDelivery';
import { judgeTrustedLocations } from './checks/trustedLocations';
import { judgeLoops, judgeQueue } from './checks/workQueue';
import { judgeVersions } from './checks/versions';
import { collectSecrets } from './collectSecrets';
import { judgeCatalogRules } from './checks/catalogRules';
import { readCatalogRules } from './readCatalogRules';
import { supportedVersions } from './supportedVersions';
import { withoutSecrets } from './withoutSecrets';

describe('judges of the doctor', () => {
  it.each([
    ['24.11.0', 'ok'],
    ['22.19.0', 'ok'],
    ['22.18.0', 'error'],
    ['20.10.0', 'error'],
    ['26.0.0', 'warning'],
  ])('says of Node %s: %s', (node, status) => {
    const [, result] = judgeVersions({
      node,
      backstage: '1.55.0',
      git: { version: '2.47.1' },
    });
    expect(result).toMatchObject({ subject: 'Node', status });
  });

  it('knows the versions of Node that the repository names', () => {
    const root = JSON.parse(
      readFileSync(resolve(__dirname, '../../../../package.json'), 'utf8'),
    );
    expect(supportedVersions.node).toBe(root.engines.node);
  });

  it.each([
    ['1.55.0', 'ok'],
    ['1.55.2', 'ok'],
    ['1.54.3', 'error'],
    ['1.56.0', 'warning'],
    ['1.56.0-next.1', 'warning'],
    [undefined, 'warning'],
  ])('says of Backstage %s: %s', (backstage, status) => {
    const [result] = judgeVersions({
      node: '24.1.0',
      backstage,
      git: { version: '2.47.1' },
    });
    expect(result).toMatchObject({ subject: 'Backstage', status });
  });

  it.each([
    ['2.47.1', 'ok'],
    ['2.31.0', 'ok'],
    ['2.30.2', 'error'],
  ])('says of git %s: %s', (version, status) => {
    const [, , result] = judgeVersions({ node: '24.1.0', git: { version } });
    expect(result).toMatchObject({ subject: 'Git', status });
  });

  const postgres = {
    client: 'postgres',
    version: '15.8',
    inMemory: false,
    pendingMigrations: [],
    unknownMigrations: [],
  } as const;
  const sqlite = { ...postgres, client: 'sqlite', version: '3.50' } as const;

  it.each([
    [postgres, true, 'ok', /^Postgres 15\.8\.$/],
    [{ ...postgres, version: '12.3' }, true, 'warning', /older than 14/],
    [sqlite, false, 'ok', /in a file/],
    [sqlite, true, 'warning', /in production/],
    [{ ...sqlite, inMemory: true }, false, 'warning', /in memory/],
  ] as const)(
    'judges the database %j (production: %s)',
    (database, production, status, message) => {
      expect(judgeDatabase(database, { production })).toEqual([
        expect.objectContaining({
          status,
          message: expect.stringMatching(message),
        }),
      ]);
    },
  );

  it.each([
    [{ outcome: 'oneProcess', listening: true }, 'ok', /^$/],
    [{ outcome: 'heard', afterMs: 3, listening: true }, 'ok', /^$/],
    [{ outcome: 'heard', afterMs: 3, listening: false }, 'warning', /plugin:/],
    [{ outcome: 'heard', afterMs: 3_000, listening: true }, 'warning', /^$/],
    [
      { outcome: 'silent', problem: 'nothing came', listening: true },
      'warning',
      /promises:\n {8}connection:\n {10}host: /,
    ],
  ] as const)('judges the events of replicas: %j', (probe, status, mends) => {
    const [result] = judgeEventDelivery(probe);
    expect(result.status).toBe(status);
    expect(result.remedy?.snippet ?? '').toMatch(mends);
  });

  it.each([
    [0, 0, 'ok'],
    [1_500, 0, 'ok'],
    // A slow answer says little.
    [4_000, 3_000, 'ok'],
    [-4_000, 100, 'warning'],
    [90_000, 100, 'error'],
  ])('judges a clock %d ms ahead, told in %d ms: %s', (aheadMs, ms, status) => {
    const [result] = judgeClock({ aheadMs, roundTripMs: ms });
    expect(result.status).toBe(status);
  });

  it.each([
    ['url:https://github.com/example/promises/*', 'ok'],
    ['file:/etc/promises/*', 'ok'],
    ['url:https://git.example.com/*', 'ok'],
    ['url:https://github.com/*', 'warning'],
    ['url:https://*.example.com/platform/*', 'warning'],
    ['url:*', 'warning'],
    ['file:*', 'warning'],
    ['*', 'warning'],
  ])('says of trust in %s: %s', (pattern, status) => {
    const [result] = judgeTrustedLocations({
      patterns: [pattern],
      untrusted: [],
    });
    expect(result.status).toBe(status);
  });

  it('reads rules of the catalog and of its locations', () => {
    const { rules } = readCatalogRules(
      new ConfigReader({
        catalog: {
          rules: [
            { allow: ['Component', { kind: 'Promise' }] },
            { allow: [{ kind: 'Resource', 'spec.type': 'database' }] },
          ],
          locations: [
            {
              type: 'url',
              target: 'https://example.com/a.yaml',
              rules: [{ allow: ['Template'] }],
            },
            { type: 'url', target: 'https://example.com/b.yaml' },
          ],
        },
      }),
    );
    expect(rules).toEqual([
      { kinds: ['Component', 'Promise'], everywhere: true },
      { kinds: [], everywhere: true },
      { kinds: ['Template'], everywhere: false },
    ]);
  });

  it.each([
    [{}, 'error'],
    [{ catalog: { rules: [{ allow: ['Component'] }] } }, 'error'],
    [
      {
        catalog: {
          locations: [
            {
              type: 'url',
              target: 'https://example.com/a.yaml',
              rules: [{ allow: ['Promise', 'Destination', 'GitStateStore'] }],
            },
          ],
        },
      },
      'ok',
    ],
    [{ promises: { locations: [{ type: 'file', target: 'p.yaml' }] } }, 'ok'],
  ])('says of rules in %j: %s', (config, status) => {
    const [result] = judgeCatalogRules(
      readCatalogRules(new ConfigReader(config)),
      [],
    );
    expect(result.status).toBe(status);
  });

  it('blackens the secrets of the configuration, and no other word', () => {
    const secrets = collectSecrets(
      new ConfigReader({
        app: { title: 'Promissory' },
        backend: {
          database: {
            connection: { user: 'backstage', password: 'database-password' },
          },
          other: 'postgresql://backstage:url-password@localhost/db',
        },
        integrations: {
          github: [{ host: 'github.com', token: 'ghp_12345678' }],
        },
        promises: {
          secrets: [
            {
              name: 'gitops',
              hosts: ['git.example.com'],
              values: { username: 'promissory', password: 'store-password' },
            },
          ],
        },
      }),
    );
    expect(new Set(secrets)).toEqual(
      new Set([
        'database-password',
        'url-password',
        'ghp_12345678',
        'store-password',
      ]),
    );
    expect(
      withoutSecrets(
        { checks: [{ message: 'promissory sent store-password', n: 1 }] },
        secrets,
      ),
    ).toEqual({ checks: [{ message: 'promissory sent ***', n: 1 }] });
  });

  it('lists work that is set aside by what it is called, with what puts it back', () => {
    const work = {
      key: '01J',
      attempts: 20,
      lastError: 'SyntaxError: cannot read it\n    at somewhere',
      since: '2026-11-24T10:00:00.000Z',
    };
    const results = judgeQueue(
      {
        entries: 30,
        overdueMs: 0,
        failing: [],
        setAside: [
          { ...work, kind: 'request', name: 'postgresql team-a/orders-db' },
          { ...work, kind: 'deliver', key: 'native/GitStateStore/main' },
        ],
        setAsideCount: 25,
      },
      4,
    );
    expect(results).toMatchObject([
      {
        status: 'error',
        subject: 'request postgresql team-a/orders-db',
        message:
          'It is set aside, because it went wrong 20 times in a row since 2026-11-24T10:00:00.000Z: SyntaxError: cannot read it',
        remedy: { text: expect.stringContaining('press Retry') },
      },
      {
        status: 'error',
        subject: 'deliver native/GitStateStore/main',
        remedy: { text: expect.stringContaining('once an hour') },
      },
      { status: 'error', message: '23 entries more are set aside.' },
    ]);
  });

  it.each([
    [{ running: true, restarts: 0 }, undefined],
    [{ running: true, restarts: 2 }, 'warning'],
    [{ running: false, restarts: 0 }, 'error'],
  ])('says of a loop that is %j: %s', (loop, status) => {
    const [result] = judgeLoops({
      ready: loop.running,
      loops: [{ name: 'queue', ...loop }],
    });
    expect(result?.status).toBe(status);
  });
});
