import { createServer } from 'node:net';

/** Whether a server could listen on the port of the loopback address now. */
export async function isPortFree(port: number): Promise<boolean> {
  return new Promise(done => {
    const server = createServer();
    server.once('error', () => done(false));
    server.listen(port, '127.0.0.1', () => server.close(() => done(true)));
  });
}
