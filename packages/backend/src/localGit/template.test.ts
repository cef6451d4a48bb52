import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import scaffolderPlugin from '@backstage/plugin-scaffolder-backend';
import { parse } from 'yaml';
import localGitModule from '.';

jest.setTimeout(120_000);

const run = promisify(execFile);
const file = resolve(
  __dirname,
  '../../../../examples/templates/production-ready-microservice/template.yaml',
);

/** The template without its order: what becomes of the repository. */
async function readTemplate(): Promise<Entity> {
  const template = parse(await readFile(file, 'utf8'));
  return {
    ...template,
    metadata: {
      ...template.metadata,
      namespace: 'default',
      annotations: {
        'backstage.io/managed-by-location': `file:${file}`,
      },
    },
    spec: {
      ...template.spec,
      steps: template.spec.steps.filter(
        ({ action }: { action: string }) => action !== 'promise:request',
      ),
      output: { path: '${{ steps.publish.output.path }}' },
    },
  };
}

describe('the repository of the template new-microservice', () => {
  let directory: string;
  let backend: Awaited<ReturnType<typeof startTestBackend>>;
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'promissory-test-'));
    const template = await readTemplate();
    backend = await startTestBackend({
      features: [
        scaffolderPlugin,
        localGitModule,
        catalogServiceMock.factory({ entities: [template] }),
        mockServices.rootConfig.factory({
          data: {
            backend: {
              baseUrl: 'http://localhost:0',
              workingDirectory: directory,
            },
            localGit: { directory: join(directory, 'repositories') },
          },
        }),
      ],
    });
  });
  afterAll(async () => {
    await backend?.stop();
    await rm(directory, { recursive: true, force: true });
  });

  async function make(name: string, values: object): Promise<string> {
    const address = backend.server.address();
    const port = typeof address === 'object' ? address?.port : '';
    const call = async (path: string, body?: object) => {
      const response = await fetch(
        `http://localhost:${port}/api/scaffolder/v2/tasks${path}`,
        {
          method: body ? 'POST' : 'GET',
          headers: {
            authorization: mockCredentials.user.header(),
            'content-type': 'application/json',
          },
          ...(body && { body: JSON.stringify(body) }),
        },
      );
      return JSON.parse(await response.text());
    };
    const { id } = await call('', {
      templateRef: 'template:default/new-microservice',
      values: {
        name,
        description: 'Says "hello": to {{everybody}}',
        owner: 'group:default/web',
        environment: 'dev',
        costCenter: 'cc-1042',
        contact: 'web@example.com',
        ...values,
      },
    });
    for (;;) {
      const { status } = await call(`/${id}`);
      if (status === 'completed') break;
      if (status === 'failed') {
        throw new Error(JSON.stringify(await call(`/${id}/events`)));
      }
      await sleep(100);
    }
    const clone = join(directory, `clone-${name}`);
    const repository = `repositories/github.com/example/${name}.git`;
    await run('git', ['clone', '-q', join(directory, repository), clone]);
    return clone;
  }

  it('passes its own tests', async () => {
    const clone = await make('greeter', {});
    const library = dirname(require.resolve('prom-client/package.json'));
    await mkdir(join(clone, 'node_modules'));
    await symlink(library, join(clone, 'node_modules/prom-client'));
    const { stdout } = await run('node', ['--test'], {
      cwd: clone,
      env: { PATH: process.env.PATH },
    });
    expect(stdout).toMatch(/pass 5\n/);
    expect(stdout).toMatch(/fail 0\n/);
  });

  it('is made of the values of the form, and of nothing that is left of the template', async () => {
    const clone = await make('accounts', { database: true });
    const read = (path: string) => readFile(join(clone, path), 'utf8');
    const { stdout } = await run('git', ['-C', clone, 'ls-files']);
    const files = stdout.trim().split('\n');
    for (const path of files) {
      if (path.startsWith('.github/')) continue;
      expect([path, await read(path)]).toEqual([
        path,
        expect.not.stringMatching(/\$\{\{|\{%/),
      ]);
    }
    expect(files).toEqual(
      expect.arrayContaining([
        '.github/workflows/check.yaml',
        'Dockerfile',
        'catalog-info.yaml',
        'deploy/dev/README.md',
        'deploy/prod/README.md',
        'docs/index.md',
        'mkdocs.yml',
        'package-lock.json',
        'test/service.test.js',
      ]),
    );
    expect(JSON.parse(await read('package.json')).name).toBe('accounts');
    expect(JSON.parse(await read('package-lock.json')).name).toBe('accounts');
    expect(parse(await read('catalog-info.yaml'))).toMatchObject({
      kind: 'API',
      metadata: { name: 'accounts' },
      spec: { owner: 'group:default/web' },
    });
    expect(await read('Dockerfile')).toContain('AS test\n');
    expect(await read('docs/index.md')).toContain('DATABASE_HOST');
    expect(await read('docs/index.md')).toContain(
      'Says "hello": to {{everybody}}',
    );
  });
});
