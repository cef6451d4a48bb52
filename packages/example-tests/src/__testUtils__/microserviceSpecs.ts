import type { JsonObject } from '@promissory/plugin-promises-common';
import fc from 'fast-check';

const name = fc.stringMatching(/^[a-z]([-a-z0-9]{0,20}[a-z0-9])?$/);

/** Names of services, up to the longest. */
export const serviceNames = fc.oneof(
  name,
  fc.stringMatching(/^[a-z][-a-z0-9]{38}[a-z0-9]$/),
);

/** Teams, up to the longest. */
const teams = fc.oneof(
  name,
  fc.stringMatching(/^[a-z0-9][-a-z0-9]{38}[a-z0-9]$/),
);

/** Specs of microservices that keep the company standards. */
export const microserviceSpecs: fc.Arbitrary<JsonObject> = fc
  .record(
    {
      environment: fc.constantFrom('dev', 'prod'),
      owner: teams.map(team => `group:default/${team}`),
      costCenter: fc.stringMatching(/^[a-z]{2}-[0-9]{4}$/),
      description: fc.string({ maxLength: 200 }),
      system: name,
      repository: name.map(path => `https://github.com/example/${path}`),
      image: fc
        .tuple(
          name,
          fc.constantFrom(
            ':1.2.3',
            ':v1',
            `@sha256:${'0a'.repeat(32)}`,
            `:1.0@sha256:${'f'.repeat(64)}`,
          ),
        )
        .map(([path, version]) => `registry.example.com/web/${path}${version}`),
      replicas: fc.integer({ min: 2, max: 20 }),
      autoscaling: fc.record({ maximum: fc.integer({ min: 20, max: 100 }) }),
      port: fc.integer({ min: 1, max: 65535 }),
      hosts: fc.uniqueArray(
        name.map(host => `${host}.dev.example.com`),
        { maxLength: 4 },
      ),
      database: fc.record(
        {
          size: fc.constantFrom('small', 'medium', 'large'),
          version: fc.constantFrom('15', '16', '17'),
          storageGiB: fc.integer({ min: 20, max: 2000 }),
          backupDays: fc.integer({ min: 7, max: 35 }),
        },
        { requiredKeys: [] },
      ),
      alerts: fc.record(
        {
          contact: fc.constantFrom('web@example.com', '#web-alerts'),
          latencySeconds: fc.double({ min: 0.005, max: 60, noNaN: true }),
          errorPercent: fc.double({ min: 0.01, max: 50, noNaN: true }),
        },
        { requiredKeys: ['contact'] },
      ),
      variables: fc.dictionary(
        fc.stringMatching(/^[A-C][A-C0-9_]{0,10}$/),
        fc.string({ maxLength: 100 }),
        { maxKeys: 5 },
      ),
      allowFrom: fc.uniqueArray(name, { maxLength: 3 }),
      allowTo: fc.uniqueArray(name, { maxLength: 3 }),
    },
    {
      requiredKeys: [
        'environment',
        'owner',
        'costCenter',
        'repository',
        'image',
        'autoscaling',
        'alerts',
      ],
    },
  )
  .map(spec => ({ ...spec } as JsonObject));
