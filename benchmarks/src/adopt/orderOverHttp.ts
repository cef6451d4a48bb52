import { waitUntil } from '../portal/waitUntil.ts';

/** Orders as the guest of a stock app, and waits until it is delivered. */
export async function orderOverHttp(options: {
  readonly backendUrl: string;
  readonly promise: string;
  readonly name: string;
  readonly spec: object;
}): Promise<void> {
  const { backendUrl, promise, name, spec } = options;
  const authorization = `Bearer ${await guestToken(backendUrl)}`;
  const api = `${backendUrl}/api/promises/v1`;
  const headers = { authorization, 'content-type': 'application/json' };
  let last = 'nothing';
  try {
    await waitUntil(
      'the Promise to take orders',
      async () => {
        const response = await fetch(`${api}/promises/${promise}`, { headers });
        const body = await response.json();
        last = JSON.stringify(
          response.ok
            ? { availability: body.availability, runner: body.runner }
            : body,
        );
        return body.orderable ? true : undefined;
      },
      { timeoutMs: 60_000, everyMs: 250 },
    );
  } catch (error) {
    throw new Error(
      `${error instanceof Error ? error.message : error}: ${last}`,
    );
  }
  const ordered = await fetch(
    `${api}/promises/${promise}/requests/default/${name}`,
    {
      method: 'PUT',
      headers,
      body: JSON.stringify({ spec, owner: 'user:development/guest' }),
    },
  );
  const request = await ordered.json();
  if (!ordered.ok) {
    throw new Error(`The order was refused: ${JSON.stringify(request)}`);
  }
  await waitUntil(
    'the order to be delivered',
    async () => {
      const response = await fetch(`${api}/requests/${request.uid}`, {
        headers,
      });
      const body = await response.json();
      if (body.state?.name === 'Failed') {
        throw new Error(`The order failed: ${JSON.stringify(body.state)}`);
      }
      return body.state?.name === 'Delivered' ? true : undefined;
    },
    { timeoutMs: 60_000, everyMs: 100 },
  );
}

async function guestToken(backendUrl: string): Promise<string> {
  const response = await fetch(`${backendUrl}/api/auth/guest/refresh`, {
    headers: { 'x-requested-with': 'XMLHttpRequest' },
  });
  if (!response.ok) {
    throw new Error(`The guest was not let in: ${await response.text()}`);
  }
  const { backstageIdentity } = await response.json();
  return backstageIdentity.token;
}
