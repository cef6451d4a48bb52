import { execFile, spawn } from 'node:child_process';
import { mkdir, readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:https';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A Git server over https with basic authentication, by git's own http-backend. */
export class GitHttpsServer {
  /** Expected in every request. */
  readonly credentials = { username: 'promissory', password: 's3cret-pa55' };
  readonly #directory: string;
  #server: Server | undefined;
  /** What becomes of requests; `lost` does what is asked and never says so, `hang` does nothing. */
  mode: 'well' | 'down' | 'lost' | 'hang' = 'well';

  static async start(directory: string): Promise<GitHttpsServer> {
    const server = new GitHttpsServer(directory);
    await server.#start();
    return server;
  }

  private constructor(directory: string) {
    this.#directory = directory;
  }

  get certificateFile(): string {
    return join(this.#directory, 'certificate.pem');
  }

  get host(): string {
    const { port } = this.#server!.address() as AddressInfo;
    return `localhost:${port}`;
  }

  /** Makes a bare repository, and answers its URL. */
  async createRepository(name: string): Promise<string> {
    const directory = join(this.#directory, name);
    await mkdir(directory);
    await run('git', ['init', '--quiet', '--bare', '-b', 'main', directory]);
    await run('git', ['-C', directory, 'config', 'http.receivepack', 'true']);
    return `https://${this.host}/${name}`;
  }

  /** Subjects of the commits of a repository. */
  async subjects(name: string): Promise<string[]> {
    const { stdout } = await run('git', ['log', '--format=%s', 'main'], {
      cwd: join(this.#directory, name),
    });
    return stdout.trim().split('\n');
  }

  async stop(): Promise<void> {
    this.#server?.closeAllConnections();
    await new Promise(resolve => {
      this.#server?.close(resolve);
    });
  }

  async #start(): Promise<void> {
    const key = join(this.#directory, 'key.pem');
    await run('openssl', [
      ...['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2'],
      ...['-keyout', key, '-out', this.certificateFile],
      ...['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost'],
    ]);
    this.#server = createServer(
      { key: await readFile(key), cert: await readFile(this.certificateFile) },
      (request, response) => this.#answer(request, response),
    );
    await new Promise<void>(resolve => {
      this.#server?.listen(0, '127.0.0.1', resolve);
    });
  }

  #answer(request: IncomingMessage, response: ServerResponse): void {
    const { username, password } = this.credentials;
    const token = Buffer.from(`${username}:${password}`).toString('base64');
    if (this.mode === 'hang') {
      return;
    }
    if (this.mode === 'down') {
      response.writeHead(503).end();
      return;
    }
    if (request.headers.authorization !== `Basic ${token}`) {
      response.writeHead(401, { 'www-authenticate': 'Basic' }).end();
      return;
    }
    const url = new URL(request.url ?? '/', 'https://localhost');
    const backend = spawn('git', ['http-backend'], {
      env: {
        PATH: process.env.PATH,
        GIT_PROJECT_ROOT: this.#directory,
        GIT_HTTP_EXPORT_ALL: '1',
        PATH_INFO: url.pathname,
        QUERY_STRING: url.search.slice(1),
        REQUEST_METHOD: request.method,
        REMOTE_USER: username,
        CONTENT_TYPE: request.headers['content-type'] ?? '',
        CONTENT_LENGTH: request.headers['content-length'] ?? '',
        HTTP_CONTENT_ENCODING: request.headers['content-encoding'] ?? '',
        GIT_PROTOCOL: String(request.headers['git-protocol'] ?? ''),
      },
    });
    request.pipe(backend.stdin);
    backend.stdin.on('error', () => {});
    const chunks: Buffer[] = [];
    backend.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    backend.on('close', () => {
      if (this.mode === 'lost' && request.method === 'POST') {
        request.socket.destroy();
        return;
      }
      const output = Buffer.concat(chunks);
      const end = output.indexOf('\r\n\r\n');
      let status = 200;
      for (const line of output.toString('latin1', 0, end).split('\r\n')) {
        const [name, value] = line.split(': ');
        if (name === 'Status') {
          status = Number.parseInt(value, 10);
        } else if (name) {
          response.setHeader(name, value);
        }
      }
      response.writeHead(status).end(output.subarray(end + 4));
    });
  }
}
