import { isFiltered, requestsQuery } from './requestsQuery';

function read(search: string) {
  const parameters = new URLSearchParams(search);
  return requestsQuery({
    one: key => parameters.get(key) ?? undefined,
    all: key => parameters.getAll(key),
  });
}

describe('requestsQuery', () => {
  it('asks for the own requests unless told otherwise', () => {
    expect(read('')).toMatchObject({
      scope: 'mine',
      parent: 'none',
      limit: 25,
    });
    expect(read('scope=nonsense').scope).toBe('mine');
  });

  it('reads every filter', () => {
    expect(
      read(
        'scope=all&promise=a&promise=b&namespace=n&state=Failed&owner=group:default/x&search=q&children=true&deleted=true&cursor=c',
      ),
    ).toEqual({
      scope: 'all',
      promise: ['a', 'b'],
      namespace: ['n'],
      state: ['Failed'],
      owner: ['group:default/x'],
      search: 'q',
      deleted: true,
      cursor: 'c',
      limit: 25,
    });
  });

  it.each([
    ['', false],
    ['scope=all', false],
    ['deleted=true', false],
    ['children=true', false],
    ['search=x', true],
    ['state=Failed', true],
  ])('says whether "%s" narrows the list: %s', (search, filtered) => {
    expect(isFiltered(read(search))).toBe(filtered);
  });
});
