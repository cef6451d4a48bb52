import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mockServices } from '@backstage/backend-test-utils';
import { DefinitionsClient } from './DefinitionsClient';

describe('DefinitionsClient', () => {
  let server: Server;
  let answers: number[];
  let seen: string[];

  beforeEach(async () => {
    answers = [];
    seen = [];
    server = createServer((req, res) => {
      seen.push(`${req.method} ${req.url}`);
      res.statusCode = answers.shift() ?? 204;
      res.end();
    });
    await new Promise<void>(resolve => server.listen(0, resolve));
  });

  afterEach(() => new Promise<void>(resolve => server.close(() => resolve())));

  function create(retryDelays = [1, 1]) {
    const { port } = server.address() as AddressInfo;
    const discovery = mockServices.discovery.mock({
      getBaseUrl: async () => `http://localhost:${port}/api/promises`,
    });
    return DefinitionsClient.create({
      auth: mockServices.auth(),
      discovery,
      retryDelays,
    });
  }

  it('tries again while nobody is there', async () => {
    answers = [404, 503];
    await create().put('abc', {});
    expect(seen).toEqual(Array(3).fill('PUT /api/promises/v1/definitions/abc'));
  });

  it('gives up after some attempts, and then soon', async () => {
    answers = Array(10).fill(503);
    const client = create();
    await expect(client.put('abc', {})).rejects.toThrow(
      'The promises backend cannot be reached to keep a definition; the catalog tries again at its next round (status 503)',
    );
    expect(seen).toHaveLength(3);
    await expect(client.put('abc', {})).rejects.toThrow('cannot be reached');
    expect(seen).toHaveLength(4);
  });

  it('does not repeat what was refused', async () => {
    answers = [413];
    await expect(create().put('abc', {})).rejects.toThrow('413');
    expect(seen).toHaveLength(1);
  });

  it('says so when there is no server at all', async () => {
    const client = create();
    await new Promise<void>(resolve => server.close(() => resolve()));
    await expect(client.listMissing(['abc'])).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
    });
    await new Promise<void>(resolve => server.listen(0, resolve));
  });
});
