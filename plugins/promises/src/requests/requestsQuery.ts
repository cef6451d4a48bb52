import type {
  ListRequestsQuery,
  RequestStateName,
} from '@promissory/plugin-promises-common';

/** Scopes in the order of their tabs. */
export const SCOPES = [
  { id: 'mine', label: 'Mine' },
  { id: 'team', label: "My team's" },
  { id: 'all', label: 'All' },
] as const;

export type Scope = (typeof SCOPES)[number]['id'];

const PAGE_SIZE = 25;

/** What the URL of the list says, as the API asks for it. */
export function requestsQuery(url: {
  one(key: string): string | undefined;
  all(key: string): string[];
}): ListRequestsQuery & { readonly scope: Scope } {
  return {
    scope: toScope(url.one('scope')),
    search: url.one('search'),
    promise: some(url.all('promise')),
    namespace: some(url.all('namespace')),
    state: some(url.all('state')) as RequestStateName[] | undefined,
    owner: some(url.all('owner')),
    parent: url.one('children') === 'true' ? undefined : 'none',
    deleted: url.one('deleted') === 'true' || undefined,
    cursor: url.one('cursor'),
    limit: PAGE_SIZE,
  };
}

/** Whether anything but the scope narrows the list. */
export function isFiltered(query: ListRequestsQuery): boolean {
  const { search, promise, namespace, state, owner } = query;
  return Boolean(search || promise || namespace || state || owner);
}

function toScope(value: string | undefined): Scope {
  return SCOPES.find(({ id }) => id === value)?.id ?? 'mine';
}

function some(values: string[]): string[] | undefined {
  return values.length > 0 ? values : undefined;
}
