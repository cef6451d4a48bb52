import { cardPosition, type PlacedPromise } from './cardPosition';

function promise(
  name: string,
  options: { readonly api?: boolean; readonly requires?: string[] } = {},
): PlacedPromise {
  const { api = true, requires = [] } = options;
  return {
    name,
    api_group: api ? 'example.com' : null,
    required_promises: JSON.stringify(
      requires.map(required => ({ name: required, version: 'v1.0.0' })),
    ),
  };
}

const standards = promise('standards', { api: false });
const database = promise('database', { requires: ['standards'] });
const service = promise('service', { requires: ['standards', 'database'] });
const missing = promise('missing', { requires: ['nobody'] });
const bundle = promise('bundle', { api: false, requires: ['database'] });

describe('cardPosition', () => {
  it.each([
    ['of what requires an orderable Promise', service, '0'],
    ['of what requires only Promises without an API', database, '1'],
    ['of what requires a Promise that is not there', missing, '1'],
    ['without an API', standards, '2'],
    ['without an API, though it requires others', bundle, '2'],
  ])('%s', (_, one, expected) => {
    const all = new Map(
      [standards, database, service, missing, bundle].map(each => [
        each.name,
        each,
      ]),
    );
    expect(cardPosition(one, all)).toBe(expected);
  });
});
