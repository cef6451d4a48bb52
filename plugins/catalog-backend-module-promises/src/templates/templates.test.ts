import { createMockDirectory } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { ConfigReader } from '@backstage/config';
import type {
  CatalogPromise,
  StructuralSchema,
} from '@promissory/plugin-promises-common';
import { validate, type Schema } from 'jsonschema';
import { toYaml } from '../__testUtils__/documents';
import { eventually } from '../__testUtils__/eventually';
import { startCatalog } from '../__testUtils__/startCatalog';
import { isIncluded } from './isIncluded';
import { readTemplateOptions } from './readTemplateOptions';
import { templateName } from './templateName';
import { TemplateSource } from './TemplateSource';

jest.setTimeout(120_000);

const promise = (
  name: string,
  more: Partial<CatalogPromise> = {},
): CatalogPromise => ({
  name,
  entityRef: `promise:default/${name}`,
  title: `The ${name}`,
  description: `Orders ${name}.`,
  owner: 'group:default/platform',
  category: 'Data',
  tags: ['sql'],
  definitionSha256: `sha-${name}`,
  ...more,
});

const schema: StructuralSchema = {
  type: 'object',
  properties: {
    spec: {
      type: 'object',
      required: ['size'],
      properties: {
        size: { type: 'string', enum: ['small', 'large'] },
        host: { type: 'string', pattern: '(?i)^a' },
        extra: {
          type: 'object',
          'x-kubernetes-preserve-unknown-fields': true,
        },
        port: { 'x-kubernetes-int-or-string': true },
      },
      'x-kubernetes-validations': [{ rule: 'true' }],
    },
  },
};

const options = (templates: object = {}) => {
  const read = readTemplateOptions(
    new ConfigReader({
      app: { baseUrl: 'https://portal.example.com/' },
      promises: { catalog: { templates: { ...templates } } },
    } as never),
  );
  if (!read) throw new Error('Templates are switched off');
  return read;
};

async function templateOf(
  subject: CatalogPromise,
  templates: object = {},
): Promise<Entity> {
  const source = TemplateSource.create({
    client: {
      list: async () => ({ version: '1', items: [subject] }),
      schema: async () => schema,
    },
    templates: options(templates),
  });
  const read = await source.read(undefined);
  return read!.items[0].entity;
}

describe('the Template of a Promise', () => {
  it('says what the Promise says, and orders with our form', async () => {
    const template = await templateOf(promise('db'));
    expect(template).toMatchObject({
      kind: 'Template',
      metadata: {
        namespace: 'default',
        name: 'promise-db',
        title: 'The db',
        description: 'Orders db.',
        tags: ['sql'],
        links: [{ url: 'https://portal.example.com/promises/db' }],
      },
      spec: {
        type: 'data',
        owner: 'group:default/platform',
        parameters: [
          {
            properties: {
              request: {
                'ui:field': 'PromiseRequest',
                'ui:options': { promise: 'db' },
                'ui:hideError': true,
              },
            },
          },
        ],
        steps: [
          {
            action: 'promise:request',
            input: {
              promise: 'db',
              name: '${{ parameters.request.name }}',
              spec: '${{ parameters.request.spec }}',
              wait: 'delivered',
            },
          },
        ],
      },
    });
  });

  it('asks with JSON Schema where the app has no form of ours, and names what that costs', async () => {
    const template = await templateOf(promise('db'), { form: 'parameters' });
    expect(template.spec).toMatchObject({
      parameters: [
        {},
        {
          properties: {
            spec: {
              required: ['size'],
              properties: {
                size: { enum: ['small', 'large'] },
                port: { anyOf: [{ type: 'integer' }, { type: 'string' }] },
              },
            },
          },
        },
      ],
      steps: [{ input: { spec: '${{ parameters.spec }}' } }],
    });
    const [, page] = template.spec?.parameters as Schema[];
    const values = { spec: { size: 'small', port: 80, host: 'A' } };
    expect(validate(values, page).errors).toEqual([]);
    expect(template.metadata.description?.split('\n').slice(-3)).toEqual([
      '- Rules (CEL) are checked when the order is placed, not in the form: spec.',
      '- Patterns that only Kubernetes reads like this are checked when the order is placed: spec.host.',
      '- Cannot be filled in here, because its fields are not described: spec.extra.',
    ]);
  });

  it('reads a schema once for each definition', async () => {
    let version = 1;
    const read = jest.fn(async () => schema);
    const source = TemplateSource.create({
      client: {
        list: async () => ({
          version: String(version),
          items: [promise('a', { definitionSha256: 'x' }), promise('b')],
        }),
        schema: read,
      },
      templates: options({ form: 'parameters' }),
    });
    await source.read(undefined);
    version += 1;
    await source.read('1');
    expect(read.mock.calls).toEqual([['a'], ['b']]);
  });

  it('has a name for ever, however long that of the Promise is', () => {
    expect(templateName('db')).toBe('promise-db');
    const long = templateName('a'.repeat(200));
    expect(long).toMatch(/^promise-a+-[0-9a-f]{8}$/);
    expect(long).toHaveLength(63);
    expect(templateName(`${'a'.repeat(199)}b`)).not.toBe(long);
  });

  it.each([
    [{}, true],
    [{ names: ['d*'] }, true],
    [{ names: ['e*', 'x'] }, false],
    [{ categories: ['data'], tags: ['sql'] }, true],
    [{ categories: ['data'], tags: ['web'] }, false],
    [{ owners: ['group:default/*'] }, true],
    [{ names: ['d.'] }, false],
  ])('is there for %j: %s', (include, expected) => {
    expect(isIncluded(promise('db'), include)).toBe(expected);
  });

  it('can be switched off, and tells what is wrong with its configuration', () => {
    const read = (templates: object) =>
      readTemplateOptions(
        new ConfigReader({ promises: { catalog: { templates } } } as never),
      );
    expect(read({ enabled: false })).toBeUndefined();
    expect(read({})?.marketplaceUrl).toBeUndefined();
    expect(() => read({ form: 'html' })).toThrow(
      'promises.catalog.templates: form:',
    );
  });
});

describe('the Templates of 500 Promises in a real catalog', () => {
  const directory = createMockDirectory();
  let promises = Array.from({ length: 500 }, (_, index) =>
    promise(`p${index}`),
  );
  let version = 1;
  let catalog: Awaited<ReturnType<typeof startCatalog>>;

  beforeAll(async () => {
    directory.setContent({
      'template.yaml': toYaml({
        apiVersion: 'scaffolder.backstage.io/v1beta3',
        kind: 'Template',
        metadata: { name: 'other' },
        spec: { type: 'service', steps: [] },
      }),
    });
    catalog = await startCatalog({
      targets: [directory.resolve('template.yaml')],
      catalogPromises: () => ({ version: String(version), items: promises }),
    });
  });
  afterAll(() => catalog.stop());

  async function etags(): Promise<Record<string, string>> {
    const templates = await catalog.listEntities('template');
    return Object.fromEntries(
      templates.map(({ metadata }) => [metadata.name, metadata.etag ?? '']),
    );
  }

  async function change(next: CatalogPromise[]): Promise<void> {
    promises = next;
    version += 1;
    await catalog.wake();
  }

  it('are all there, and only those are touched whose Promise changes', async () => {
    await eventually(
      async () => expect(Object.keys(await etags())).toHaveLength(501),
      60_000,
    );
    const before = await etags();

    const [first, ...rest] = promises;
    const last = rest.pop()!;
    await change([{ ...first, title: 'Another title' }, ...rest]);
    await eventually(async () => {
      const after = await etags();
      expect(Object.keys(after)).toHaveLength(500);
      expect(after['promise-p0']).not.toBe(before['promise-p0']);
    }, 20_000);
    const after = await etags();
    const touched = Object.keys(before).filter(
      name => before[name] !== after[name],
    );
    expect(touched.sort()).toEqual(['promise-p0', `promise-${last.name}`]);
    expect(after.other).toBe(before.other);
  });
});
