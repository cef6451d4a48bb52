import { request, type APIRequestContext } from '@playwright/test';
import type { Portal } from '@promissory/scripts/services/startPortal';
import type { Person } from './people.ts';

/** HTTP to the promises API with the rights of a person; paths are relative to /api/promises/v1/. */
export async function apiAs(
  portal: Portal,
  person: Person,
): Promise<APIRequestContext> {
  const response = await fetch(`${portal.url}/api/auth/development/refresh`, {
    headers: {
      'x-promissory-person': `user:default/${person}`,
      'x-requested-with': 'XMLHttpRequest',
    },
  });
  const body = (await response.json()) as {
    backstageIdentity?: { token: string };
  };
  if (!body.backstageIdentity) {
    throw new Error(
      `${person} could not sign in: ${response.status} ${JSON.stringify(body)}`,
    );
  }
  return request.newContext({
    baseURL: `${portal.url}/api/promises/v1/`,
    extraHTTPHeaders: {
      authorization: `Bearer ${body.backstageIdentity.token}`,
    },
  });
}
