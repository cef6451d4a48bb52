import {
  createServer,
  request as httpRequest,
  type IncomingMessage,
} from 'node:http';
import { urlOf } from './urlOf';

/**
 * Stands between scaffolder and promises backend. `onAnswered` is called when the promises backend has done what a call
 * asked for and the scaffolder has not heard of it; `swallow` keeps the answer from it for good.
 */
export async function startProxy(
  target: string,
  onAnswered: (request: IncomingMessage) => Promise<'pass' | 'swallow'>,
) {
  const server = createServer((incoming, outgoing) => {
    const forwarded = httpRequest(
      new URL(incoming.url ?? '/', target),
      { method: incoming.method, headers: incoming.headers },
      answer => {
        const pass = () => {
          outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
          answer.pipe(outgoing);
        };
        onAnswered(incoming).then(
          verdict => (verdict === 'pass' ? pass() : answer.resume()),
          () => outgoing.destroy(),
        );
      },
    );
    forwarded.on('error', () => outgoing.destroy());
    outgoing.on('close', () => forwarded.destroy());
    incoming.pipe(forwarded);
  });
  await new Promise<void>(resolve => {
    server.listen(0, () => resolve());
  });
  return {
    url: urlOf(server),
    stop: async () => {
      server.closeAllConnections();
      await new Promise(resolve => {
        server.close(resolve);
      });
    },
  };
}
