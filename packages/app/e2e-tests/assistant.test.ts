import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { expect } from '@playwright/test';
import { apiAs, tokenOf } from './people/apiAs.ts';
import { test } from './portal/portalTest.ts';

test('an assistant sees the Promises that are meant for it, and orders with the rights of its person', async ({
  portal,
}) => {
  const client = new Client({ name: 'end-to-end', version: '1.0.0' });
  await client.connect(
    new StreamableHTTPClientTransport(
      new URL(`${portal.url}/api/mcp-actions/v1`),
      {
        requestInit: {
          headers: {
            authorization: `Bearer ${await tokenOf(portal, 'alice')}`,
          },
        },
      },
    ),
  );
  const { tools } = await client.listTools();
  expect(tools.map(({ name }) => name)).toEqual(['promises.namespace']);
  const [tool] = tools;
  expect(tool.inputSchema.properties?.spec).toMatchObject({
    properties: { team: { type: 'string' } },
  });

  const order = {
    name: tool.name,
    arguments: {
      name: 'by-assistant',
      namespace: 'default',
      spec: { environment: 'dev', team: 'web', purpose: 'Ordered in a chat' },
    },
  };
  for (const outcome of ['created', 'unchanged']) {
    const { content } = await client.callTool(order);
    expect(JSON.stringify(content)).toContain(outcome);
  }
  await client.close();

  const api = await apiAs(portal, 'alice');
  const { items } = await (
    await api.get('requests?promise=namespace&namespace=default')
  ).json();
  expect(
    items.filter(({ name }: { name: string }) => name === 'by-assistant'),
  ).toMatchObject([{ origin: 'mcp', requestedBy: 'user:default/alice' }]);
});
