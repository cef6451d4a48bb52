import { eventually } from './__testUtils__/eventually';
import { promiseDocument } from './__testUtils__/promiseDocument';
import { startSearch } from './__testUtils__/startSearch';

jest.setTimeout(120_000);

/** Long enough for the scheduler of Backstage, which looks every five seconds. */
const within = 30_000;

describe('searchModulePromises', () => {
  let search: Awaited<ReturnType<typeof startSearch>>;

  beforeAll(async () => {
    search = await startSearch();
    await search.publish(
      promiseDocument({
        name: 'redis',
        annotations: {
          'promissory.io/title': 'Redis',
          'promissory.io/description': 'Keeps sessions near the application.',
          'promissory.io/tags': 'cache, memory-store',
        },
      }),
    );
    await search.publish(
      promiseDocument({
        name: 'vault',
        annotations: {
          'promissory.io/title': 'Vault',
          'promissory.io/description': 'Keeps credentials safe.',
        },
      }),
    );
    await eventually(
      () =>
        search.client
          .getPromise('vault', search.as('alice'))
          .then(() => 'there', String),
      found => found === 'there',
      within,
    );
  });

  afterAll(() => search?.stop());

  it.each([
    ['title', 'Redis'],
    ['description', 'sessions'],
    ['tag', 'cache'],
    ['tag with a hyphen', 'memory-store'],
  ])('finds a Promise by its %s', async (_what, term) => {
    const found = await eventually(
      () => search.find('bob', term),
      titles => titles.length > 0,
      within,
    );
    expect(found).toContain('promise: Redis');
  });

  it('shows a Promise to those only who may read it', async () => {
    const found = await eventually(
      () => search.find('alice', 'credentials'),
      titles => titles.length > 0,
      within,
    );
    expect(found).toEqual(['promise: Vault']);
    expect(await search.find('bob', 'credentials')).toEqual([]);
    expect(await search.find('bob', 'Vault')).toEqual([]);
  });

  it('shows each of two people their own requests, soon after the order', async () => {
    await search.order('alice', 'redis', 'checkout', {
      owner: 'group:default/web',
      metadata: { labels: { tier: 'gold' } },
      spec: { note: 'confidential' },
    });
    await search.order('bob', 'redis', 'warehouse', {
      owner: 'group:default/data',
      metadata: {
        annotations: {
          'promissory.io/title': 'Warehouse sessions',
          'promissory.io/description': 'Nightly aggregation.',
          'promissory.io/tags': 'reporting',
        },
      },
    });
    await eventually(
      async () => [
        ...(await search.find('alice', 'checkout')),
        ...(await search.find('bob', 'warehouse')),
      ],
      titles => titles.length === 2,
      within,
    );
    expect(await search.find('alice', 'checkout')).toEqual([
      'promise-request: checkout',
    ]);
    expect(await search.find('alice', 'gold')).toEqual([
      'promise-request: checkout',
    ]);
    for (const term of ['Warehouse', 'aggregation', 'reporting']) {
      expect(await search.find('bob', term)).toEqual([
        'promise-request: Warehouse sessions',
      ]);
      expect(await search.find('alice', term)).toEqual([]);
    }
    expect(await search.find('bob', 'checkout')).toEqual([]);
    expect(await search.find('bob', 'gold')).toEqual([]);
  });

  it('finds nothing of what was typed into a form', async () => {
    expect(await search.find('alice', 'confidential')).toEqual([]);
  });
});
