import { createHash } from 'node:crypto';
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A package and its tarball. */
interface ServedPackage {
  readonly name: string;
  readonly version: string;
  readonly tarball: string;
}

/** A registry on this machine that has these packages and no others. */
export interface PackageServer {
  readonly url: string;
  stop(): Promise<void>;
}

/** Serves packed packages as the npm registry would, so that the commands of the install page work before a release. */
export async function servePackages(
  packages: readonly ServedPackage[],
): Promise<PackageServer> {
  const entries = await Promise.all(
    packages.map(async ({ name, version, tarball }) => {
      const bytes = await readFile(tarball);
      const { stdout } = await run('tar', [
        '--extract',
        '--to-stdout',
        '--file',
        tarball,
        'package/package.json',
      ]);
      const integrity = createHash('sha512').update(bytes).digest('base64');
      const manifest: object = JSON.parse(stdout);
      return { name, version, bytes, integrity, manifest };
    }),
  );
  const server = createServer((request, response) => {
    const path = decodeURIComponent(request.url ?? '');
    const [wanted, file] = path.slice(1).split('/-/');
    const entry = entries.find(({ name }) => name === wanted);
    const origin = `http://${request.headers.host}`;
    if (entry && !file) {
      const { name, version, manifest, integrity } = entry;
      const dist = {
        integrity: `sha512-${integrity}`,
        tarball: `${origin}/${name}/-/package-${version}.tgz`,
      };
      response.setHeader('content-type', 'application/json');
      response.end(
        JSON.stringify({
          name,
          'dist-tags': { latest: version },
          versions: { [version]: { ...manifest, dist } },
          // Long enough ago for who waits before taking a release.
          time: { [version]: '2025-01-01T00:00:00.000Z' },
        }),
      );
    } else if (entry) {
      response.end(entry.bytes);
    } else {
      response.statusCode = 404;
      response.end('{}');
    }
  });
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    stop: () =>
      new Promise(done => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
}
