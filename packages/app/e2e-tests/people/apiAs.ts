import { request, type APIRequestContext } from '@playwright/test';
import type { Portal } from '@promissory/scripts/services/startPortal';
import type { Person } from './people.ts';

/** A token of a person, as the app has it after signing in. */
export async function tokenOf(portal: Portal, person: Person): Promise<string> {
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
  return body.backstageIdentity.token;
}

/** HTTP to the promises API with the rights of a person; paths are relative to /api/promises/v1/. */
export async function apiAs(
  portal: Portal,
  person: Person,
): Promise<APIRequestContext> {
  return request.newContext({
    baseURL: `${portal.url}/api/promises/v1/`,
    extraHTTPHeaders: {
      authorization: `Bearer ${await tokenOf(portal, person)}`,
    },
  });
}
