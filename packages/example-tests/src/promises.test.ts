import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  checkDestination,
  checkPromise,
  compileSchema,
  type JsonObject,
  parseDestination,
  readCard,
  type StructuralSchema,
} from '@promissory/plugin-promises-common';
import { parse } from 'yaml';
import { admitRequest } from './__testUtils__/admitRequest';
import { EXAMPLES } from './__testUtils__/examples';
import { readPromises } from './__testUtils__/readPromises';
import { readPhases, readRequests } from './__testUtils__/readRequests';

const promises = readPromises();

function undescribed(schema: StructuralSchema, path: string): string[] {
  const { properties = {}, items } = schema;
  return [
    ...Object.entries(properties).flatMap(([name, child]) => [
      ...(child.description ? [] : [`${path}.${name}`]),
      ...undescribed(child, `${path}.${name}`),
    ]),
    ...(items ? undescribed(items, `${path}[]`) : []),
  ];
}

describe.each([...promises.keys()])('example Promise %s', name => {
  const { definition, api } = promises.get(name)!;
  const { card, findings } = readCard(definition);

  it('should have nothing to complain about', () => {
    expect(
      checkPromise(definition).filter(({ severity }) => severity !== 'info'),
    ).toEqual([]);
    expect(findings).toEqual([]);
  });

  it('should have a complete card', () => {
    const { title, description, icon, category, owner } = card;
    const texts = [title, description, icon, category, owner];
    expect(texts.every(text => Boolean(text))).toBe(true);
    expect(card.whatYouGet?.length).toBeGreaterThan(2);
    expect(card.tags?.length).toBeGreaterThan(2);
    expect(card.documentation).toContain('## ');
  });

  it('should have an example that can be ordered, and describe every field', () => {
    if (!api) return;
    const request: JsonObject = {
      apiVersion: `${api.group}/${api.version}`,
      kind: api.kind,
      metadata: { name: 'shop', namespace: 'default' },
      spec: card.example!,
    };
    expect(compileSchema(api.schema).prune(request)).toEqual(request);
    expect(admitRequest(api, request).errors).toEqual([]);
    expect(undescribed(api.schema.properties!.spec, 'spec')).toEqual([]);
  });

  it('should require Promises that are there, at their versions', () => {
    for (const required of definition.spec.requiredPromises ?? []) {
      expect(
        promises.get(required.name)?.definition.metadata.labels,
      ).toMatchObject({ 'kratix.io/promise-version': required.version });
    }
  });
});

it.each(['catalog', 'dev-cluster', 'platform', 'prod-cluster'])(
  'example Destination %s should have nothing to complain about',
  name => {
    const { definition, findings } = parseDestination(
      parse(
        readFileSync(join(EXAMPLES, 'destinations', `${name}.yaml`), 'utf8'),
      ),
    );
    expect(findings).toEqual([]);
    expect(checkDestination(definition!)).toEqual([]);
  },
);

describe('requests of the golden path', () => {
  it('should be taken, and changed from one phase to the next', () => {
    const before = new Map<string, JsonObject>();
    for (const request of readPhases().flatMap(readRequests)) {
      const kind = String(request.kind);
      const { api } = [...promises.values()].find(
        candidate => candidate.api?.kind === kind,
      )!;
      const old = before.get(kind);
      const { object, errors } = admitRequest(api!, request, old);
      expect(errors).toEqual([]);
      before.set(kind, object);
    }
    expect([...before.keys()].sort()).toEqual([
      'Microservice',
      'Namespace',
      'PostgreSQL',
    ]);
  });
});

describe('schema of a microservice', () => {
  const api = promises.get('production-ready-microservice')!.api!;
  const object = (spec: JsonObject, name = 'checkout'): JsonObject => ({
    apiVersion: 'platform.promissory.io/v1alpha1',
    kind: 'Microservice',
    metadata: { name, namespace: 'default' },
    spec: {
      owner: 'group:default/web',
      repository: 'https://github.com/example/checkout',
      image: 'registry.example.com/web/checkout:1.4.2',
      ...spec,
    },
  });

  it.each<[string, JsonObject, JsonObject | undefined, string, string]>([
    [
      'more replicas than the autoscaler may make',
      { replicas: 7 },
      undefined,
      'spec.replicas',
      "must not be more than the autoscaler's maximum",
    ],
    [
      'a standby for a small database',
      { database: { highAvailability: true } },
      undefined,
      'spec.database.highAvailability',
      'high availability needs the size medium or large',
    ],
    [
      'short backups in production',
      { environment: 'prod', database: { backupDays: 3 } },
      undefined,
      'spec.database.backupDays',
      'backups of a database in production are kept for at least 7 days',
    ],
    [
      'a way back from production',
      { environment: 'dev' },
      { environment: 'prod' },
      'spec.environment',
      'does not move back to development',
    ],
    [
      'an older database',
      { database: { version: '15' } },
      { database: { version: '16' } },
      'spec.database.version',
      'upgraded and not downgraded',
    ],
    [
      'a smaller database',
      { database: { storageGiB: 20 } },
      { database: { storageGiB: 50 } },
      'spec.database.storageGiB',
      'storage can grow and not shrink',
    ],
    [
      'a variable that is none',
      { variables: { 'log-level': 'debug' } },
      undefined,
      'spec.variables',
      'upper case letters, digits and underscores',
    ],
    [
      'a variable of the database',
      { variables: { DATABASE_HOST: 'a' } },
      undefined,
      'spec.variables',
      'come from the database',
    ],
  ])('should refuse %s', (_, spec, before, path, message) => {
    const old = before && admitRequest(api, object(before)).object;
    expect(admitRequest(api, object(spec), old).errors).toEqual([
      expect.objectContaining({
        path,
        message: expect.stringContaining(message),
      }),
    ]);
  });

  it('should refuse a name that no Kubernetes Service can have', () => {
    expect(admitRequest(api, object({}, '1st')).errors).toEqual([
      expect.objectContaining({
        message: expect.stringContaining('begins with a letter'),
      }),
    ]);
  });
});
