import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import {
  checkDestination,
  checkPromise,
  checkStateStore,
  compileSchema,
  getPromiseApi,
  parseDestination,
  parsePromise,
  parseStateStore,
  readCard,
  type JsonObject,
} from '@promissory/plugin-promises-common';
import { parse } from 'yaml';

const examples = resolve(__dirname, '../../../examples');

function read(path: string): JsonObject {
  return parse(readFileSync(resolve(examples, path), 'utf8'));
}

describe.each(['namespace', 'postgresql'])('example Promise %s', name => {
  const { definition, findings } = parsePromise(
    read(`promises/${name}/promise.yaml`),
  );
  const schema = compileSchema(getPromiseApi(definition!)!.schema);
  const complete = (object: JsonObject) =>
    schema.applyDefaults(schema.prune(object));

  it('has nothing to complain about', () => {
    expect(findings).toEqual([]);
    expect(checkPromise(definition!)).toEqual([]);
    expect(readCard(definition!).findings).toEqual([]);
  });

  it('has an example on its card that can be ordered', () => {
    const { example } = readCard(definition!).card;
    const object = {
      ...read(`requests/${name}.yaml`),
      spec: example,
    };
    expect(schema.prune(object)).toEqual(object);
    expect(schema.validate(complete(object))).toEqual([]);
  });

  it('has a request that can be ordered, and changed', () => {
    const ordered = read(`requests/${name}.yaml`);
    const changed = read(`requests/changed/${name}.yaml`);
    expect(schema.prune(ordered)).toEqual(ordered);
    expect(schema.prune(changed)).toEqual(changed);
    expect(schema.validate(complete(ordered))).toEqual([]);
    expect(
      schema.validate(complete(changed), { oldObject: complete(ordered) }),
    ).toEqual([]);
  });

  it('describes every field', () => {
    expect(undescribed(schema.schema.properties?.spec, 'spec')).toEqual([]);
  });
});

describe('rules of the examples', () => {
  const namespace = { purpose: 'For the tests', team: 'web' };
  const database = { database: 'shop' };

  it.each<[string, JsonObject, JsonObject | undefined, string, string]>([
    [
      'namespace',
      { ...namespace, environment: 'prod', podSecurity: 'privileged' },
      undefined,
      'spec.podSecurity',
      'a namespace in production must not be privileged',
    ],
    [
      'namespace',
      { ...namespace, network: { isolated: false, allowFrom: ['a'] } },
      undefined,
      'spec.network.allowFrom',
      'namespaces to allow need isolation to be on',
    ],
    [
      'namespace',
      { ...namespace, environment: 'prod' },
      namespace,
      'spec.environment',
      'the environment cannot be changed',
    ],
    [
      'postgresql',
      { ...database, environment: 'prod', backups: { enabled: false } },
      undefined,
      'spec.backups.enabled',
      'a database in production needs backups',
    ],
    [
      'postgresql',
      { ...database, highAvailability: true },
      undefined,
      'spec.highAvailability',
      'high availability needs the size medium or large',
    ],
    [
      'postgresql',
      { ...database, version: '15' },
      { ...database, version: '16' },
      'spec.version',
      'PostgreSQL can be upgraded and not downgraded',
    ],
    [
      'postgresql',
      database,
      { ...database, storageGiB: 50 },
      'spec.storageGiB',
      'storage can grow and not shrink',
    ],
  ])('%s with %j after %j', (name, spec, before, path, message) => {
    const { definition } = parsePromise(read(`promises/${name}/promise.yaml`));
    const schema = compileSchema(getPromiseApi(definition!)!.schema);
    const complete = (value: JsonObject) =>
      schema.applyDefaults({ metadata: { name: 'shop' }, spec: value });
    expect(
      schema.validate(
        complete(spec),
        before && { oldObject: complete(before) },
      ),
    ).toEqual([
      expect.objectContaining({
        path,
        message: expect.stringContaining(message),
      }),
    ]);
  });
});

describe('example places', () => {
  it.each(['platform', 'dev-cluster', 'prod-cluster'])(
    'Destination %s is good',
    name => {
      const { definition, findings } = parseDestination(
        read(`destinations/${name}.yaml`),
      );
      expect([...findings, ...checkDestination(definition!)]).toEqual([]);
    },
  );

  it('state store is good', () => {
    const { definition, findings } = parseStateStore(
      read('state-stores/default.yaml'),
    );
    expect([...findings, ...checkStateStore(definition!)]).toEqual([]);
  });
});

type Schema = NonNullable<
  ReturnType<typeof compileSchema>['schema']['properties']
>[string];

function undescribed(schema: Schema | undefined, path: string): string[] {
  const { properties = {}, items } = schema ?? {};
  return [
    ...Object.entries(properties).flatMap(([name, child]) => [
      ...(child.description ? [] : [`${path}.${name}`]),
      ...undescribed(child, `${path}.${name}`),
    ]),
    ...(items ? undescribed(items, `${path}[]`) : []),
  ];
}
