import { createHash } from 'node:crypto';
import { createMockDirectory } from '@backstage/backend-test-utils';
import { promiseDocument, toYaml } from './__testUtils__/documents';
import { eventually } from './__testUtils__/eventually';
import { startCatalog } from './__testUtils__/startCatalog';

jest.setTimeout(60_000);

describe('a file that is no YAML any more', () => {
  const directory = createMockDirectory();

  it('leaves its Promise in the catalog, and its Location says what is wrong and where', async () => {
    directory.setContent({ 'promise.yaml': toYaml(promiseDocument('redis')) });
    const target = directory.resolve('promise.yaml');
    const catalog = await startCatalog({ targets: [target], watch: true });
    const before = await eventually(async () => {
      const found = await catalog.getEntity('promise', 'redis');
      expect(found).toBeDefined();
      return found!;
    });

    directory.setContent({ 'promise.yaml': 'kind: Promise\n  spec: [\n' });
    const id = createHash('sha1').update(`file:${target}`).digest('hex');
    // The promises backend finds the file's fault by just these.
    await eventually(async () => {
      expect(
        await catalog.getEntity('location', `generated-${id}`),
      ).toMatchObject({
        spec: { type: 'file', target },
        status: {
          items: [
            {
              type: 'backstage.io/catalog-processing',
              level: 'error',
              message: expect.stringContaining(`YAML error at file:${target},`),
            },
          ],
        },
      });
    });
    const after = await catalog.getEntity('promise', 'redis');
    expect(after?.spec).toEqual(before.spec);
    expect(
      after?.metadata.annotations?.['backstage.io/managed-by-location'],
    ).toBe(`file:${target}`);
    await catalog.stop();
  });
});
