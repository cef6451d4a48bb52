import type { Server } from 'node:http';

/** Address of a started backend. */
export function urlOf(server: Server): string {
  const address = server.address();
  if (typeof address !== 'object' || !address) {
    throw new Error('The server does not listen');
  }
  return `http://localhost:${address.port}`;
}
