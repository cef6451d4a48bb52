import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { createService } from '../src/createService.js';

const service = createService({ name: 'tested' });
let url;

before(async () => {
  await new Promise(resolve => service.server.listen(0, resolve));
  url = `http://localhost:${service.server.address().port}`;
});
after(() => service.stop());

test('says what it is', async () => {
  const response = await fetch(url);
  assert.deepEqual(await response.json(), { service: 'tested' });
});

for (const path of ['/healthz', '/ready']) {
  test(`answers ${path}`, async () => {
    assert.equal((await fetch(`${url}${path}`)).status, 200);
  });
}

test('does not know other paths', async () => {
  assert.equal((await fetch(`${url}/nothing`)).status, 404);
});

test('counts requests as the platform reads them', async () => {
  await fetch(`${url}/nothing`);
  const metrics = await (await fetch(`${url}/metrics`)).text();
  assert.match(
    metrics,
    /http_server_request_duration_seconds_count\{[^}]*http_response_status_code="404"[^}]*\} [1-9]/,
  );
});
