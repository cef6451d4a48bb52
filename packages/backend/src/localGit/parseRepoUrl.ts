import { InputError } from '@backstage/errors';

/** A repository of a Git host. */
export interface RepositoryAddress {
  readonly host: string;
  readonly owner: string;
  readonly repo: string;
}

// No part may leave its folder or hide in it.
const PART = /^[A-Za-z0-9_-][A-Za-z0-9._-]*$/;

/** Reads `github.com?owner=example&repo=orders`, as the actions of Git hosts take it. Throws an InputError. */
export function parseRepoUrl(repoUrl: string): RepositoryAddress {
  const [host = '', query = ''] = repoUrl.split('?');
  const parameters = new URLSearchParams(query);
  const address = {
    host,
    owner: parameters.get('owner') ?? '',
    repo: parameters.get('repo') ?? '',
  };
  for (const [name, value] of Object.entries(address)) {
    if (!PART.test(value)) {
      throw new InputError(
        `repoUrl: ${name} is ${JSON.stringify(
          value,
        )} in ${repoUrl}; write it like github.com?owner=example&repo=orders`,
      );
    }
  }
  return address;
}
