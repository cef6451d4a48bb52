import { promiseDocument } from '../__testUtils__/fixtures';
import { startPromises, until } from '../__testUtils__/startPromises';

jest.setTimeout(60_000);

describe('what a browser may keep', () => {
  let promises: Awaited<ReturnType<typeof startPromises>>;
  beforeAll(async () => {
    promises = await startPromises();
    await promises.publishExample(promiseDocument());
  });
  afterAll(() => promises.stop());

  it('is no state: that changes under the same ETag', async () => {
    const ordered = await promises
      .call('put', '/v1/promises/db/requests/default/cached')
      .send({ spec: { size: 'small' } })
      .expect(201);
    const path = `/v1/requests/${ordered.body.uid}`;
    const again = () =>
      promises.call('get', path).set('If-None-Match', ordered.headers.etag);

    const first = await again().expect(200);
    expect(first.headers['cache-control']).toBe('no-store');
    await until(async () => {
      const { body } = await again().expect(200);
      return body.state.name === 'Delivered';
    });

    for (const other of ['/v1/promises', '/v1/requests', `${path}/files`]) {
      const answer = await promises.call('get', other).expect(200);
      expect(answer.headers['cache-control']).toBe('no-store');
    }
    const files = await promises.call('get', `${path}/files`).expect(200);
    const [file] = files.body.files;
    const bytes = await promises.call('get', `${path}/files/${file.sha256}`);
    expect(bytes.headers['cache-control']).toContain('immutable');
    expect(bytes.headers.vary).toContain('Authorization');
  });
});
