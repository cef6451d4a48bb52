import { selectCards } from './selectCards';
import type { PromiseCardPart } from './toCard';

const entry = (
  name: string,
  fields: Partial<PromiseCardPart> = {},
): { card: PromiseCardPart } => ({
  card: {
    name,
    entityRef: `promise:default/${name}`,
    title: name,
    tags: [],
    availability: { state: 'Available', reason: '', message: '' },
    requirements: [],
    updatedAt: '2030-01-01T00:00:00.000Z',
    ...fields,
  },
});

describe('selectCards', () => {
  const entries = [
    entry('redis', {
      category: 'Data',
      tags: ['cache', 'aws'],
      description: 'Key and value store',
      owner: 'group:default/a',
    }),
    entry('postgres', {
      title: 'PostgreSQL',
      category: 'Data',
      tags: ['sql'],
      owner: 'group:default/b',
    }),
    entry('namespace', { category: 'Compute', tags: ['aws'] }),
  ];
  it.each([
    [{}, ['redis', 'postgres', 'namespace']],
    [{ search: '  SQL ' }, ['postgres']],
    [{ search: 'store key' }, ['redis']],
    [{ search: 'data' }, ['redis', 'postgres']],
    [{ search: 'nothing' }, []],
    [{ category: 'Data' }, ['redis', 'postgres']],
    [{ category: 'Data', tag: 'aws' }, ['redis']],
    [{ owner: 'group:default/b' }, ['postgres']],
  ])('%j finds %j', (filter, names) => {
    const { matching } = selectCards(entries, filter);
    expect(matching.map(({ card }) => card.name)).toEqual(names);
  });

  it('leaves its own filter out of a facet', () => {
    expect(
      selectCards(entries, { category: 'Data', tag: 'aws' }).facets,
    ).toEqual({
      categories: [
        { value: 'Compute', count: 1 },
        { value: 'Data', count: 1 },
      ],
      tags: [
        { value: 'aws', count: 1 },
        { value: 'cache', count: 1 },
        { value: 'sql', count: 1 },
      ],
      owners: [{ value: 'group:default/a', count: 1 }],
    });
  });
});
