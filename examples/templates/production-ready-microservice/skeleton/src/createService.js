import { createServer } from 'node:http';
import { createMetrics } from './createMetrics.js';

/** The service: its own routes, and those that the platform asks for. */
export function createService({ name }) {
  const { registry, duration } = createMetrics();
  let ready = true;

  const routes = {
    '/': response => answer(response, 200, { service: name }),
    // Lives: a pod that does not answer is restarted.
    '/healthz': response => answer(response, 200, { status: 'ok' }),
    // Takes requests: a pod that does not is sent none.
    '/ready': response =>
      answer(response, ready ? 200 : 503, { status: ready ? 'ok' : 'ending' }),
    '/metrics': async response => {
      response.writeHead(200, { 'content-type': registry.contentType });
      response.end(await registry.metrics());
    },
  };

  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const route = Object.hasOwn(routes, pathname) ? pathname : undefined;
    const end = duration.startTimer({
      http_request_method: request.method,
      http_route: route ?? '',
    });
    response.on('finish', () =>
      end({ http_response_status_code: response.statusCode }),
    );
    if (!route) {
      answer(response, 404, { error: `There is no ${pathname}` });
      return;
    }
    Promise.resolve(routes[route](response)).catch(error => {
      console.error(error);
      if (!response.headersSent) answer(response, 500, { error: 'internal' });
    });
  });

  return {
    server,
    /** Takes no new requests, and ends when those under way are answered. */
    async stop() {
      ready = false;
      await new Promise(resolve => server.close(resolve));
    },
  };
}

function answer(response, status, body) {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}
