import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { expect, type TestInfo } from '@playwright/test';
import { tokenOf } from './people/apiAs.ts';
import { test } from './portal/portalTest.ts';

const COMMAND = resolve(import.meta.dirname, '../../cli/bin/promissory');

const ORDER = `apiVersion: platform.promissory.io/v1alpha1
kind: Namespace
metadata:
  name: by-command
spec:
  environment: dev
  team: web
  purpose: Ordered from a terminal
`;

test('a terminal orders, looks, changes and deletes with the rights of its person', async ({
  portal,
}, info) => {
  const terminal = terminalOf(portal.url, await tokenOf(portal, 'alice'));
  const file = await write(info, 'order.yaml', ORDER);

  expect(await terminal('get', 'promises', '-o', 'wide')).toMatchObject({
    status: 0,
    out: expect.stringMatching(/^namespace +Namespace .* yes /m),
  });

  expect(
    await terminal(
      'apply',
      '-f',
      file,
      '--owner',
      'group:default/web',
      '--wait',
    ),
  ).toEqual({
    status: 0,
    out: expect.stringMatching(
      /^namespace default\/by-command created\nnamespace default\/by-command is Delivered: /,
    ),
    error: '',
  });
  expect((await terminal('apply', '-f', file)).out).toContain('unchanged');

  const changed = await write(
    info,
    'change.yaml',
    `${ORDER}  quota:\n    cpu: 6\n`,
  );
  expect((await terminal('apply', '-f', changed, '--wait')).out).toMatch(
    /changed\n.* is Delivered/,
  );

  const shown = await terminal('get', 'namespaces', 'by-command', '-o', 'yaml');
  expect(shown.out).toContain('kind: Namespace');
  expect(shown.out).toContain('cpu: 6');
  expect(shown.out).toMatch(/type: Reconciled/);
  expect((await terminal('get', 'requests', '-o', 'name')).out).toContain(
    'namespace/default/by-command',
  );

  const described = await terminal('describe', 'namespace/by-command');
  expect(described.out).toMatch(/^State: +Delivered/m);
  expect(described.out).toMatch(/dev-cluster +.* Written/);
  expect((await terminal('logs', 'namespace', 'by-command')).out).toMatch(
    /^\S+\/\S+ \S/m,
  );

  expect(await terminal('delete', 'namespace', 'by-command', '--wait')).toEqual(
    {
      status: 0,
      out: expect.stringContaining('namespace default/by-command is deleted'),
      error: '',
    },
  );
  expect(await terminal('get', 'namespace', 'by-command')).toEqual({
    status: 1,
    out: '',
    error: expect.stringContaining('There is no request by-command'),
  });
});

test('a terminal says what is wrong, where, and what to do', async ({
  portal,
}, info) => {
  const terminal = terminalOf(portal.url, await tokenOf(portal, 'alice'));
  const bad = await write(info, 'bad.yaml', `${ORDER}  quota:\n    cpu: 0\n`);
  expect(await terminal('apply', '-f', bad)).toMatchObject({
    status: 1,
    error: expect.stringMatching(/spec\.quota\.cpu: must be at least 1/),
  });
  expect(await terminal('get', 'no-such-promise')).toMatchObject({
    status: 1,
    error: expect.stringContaining('there are: '),
  });
  expect(await terminal('get', 'requests', 'shop')).toMatchObject({
    status: 2,
    error: expect.stringContaining('Name it: PROMISE NAME'),
  });
  expect(await terminal('get')).toMatchObject({
    status: 2,
    error: expect.stringContaining('Usage: promissory get'),
  });
  expect(await terminal('describe', '--help')).toMatchObject({
    status: 0,
    out: expect.stringContaining('shows a request'),
  });
  const stranger = terminalOf(portal.url, 'none');
  expect(await stranger('get', 'promises')).toMatchObject({
    status: 1,
    error: expect.stringContaining('PROMISSORY_TOKEN'),
  });
  const nowhere = terminalOf('http://127.0.0.1:9', 'none');
  expect(await nowhere('get', 'promises')).toMatchObject({
    status: 1,
    error: expect.stringContaining('--server'),
  });
});

/** Runs the command against a portal as a person does; answers its status and what it wrote. */
function terminalOf(server: string, token: string) {
  return (...args: string[]) =>
    new Promise<{ status: number; out: string; error: string }>(done => {
      execFile(
        process.execPath,
        [COMMAND, ...args],
        {
          env: {
            ...process.env,
            NODE_NO_WARNINGS: '1',
            PROMISSORY_SERVER: server,
            PROMISSORY_TOKEN: token,
          },
        },
        (failure, out, error) =>
          done({ status: failure ? Number(failure.code) : 0, out, error }),
      );
    });
}

async function write(
  info: TestInfo,
  name: string,
  text: string,
): Promise<string> {
  const file = info.outputPath(name);
  await writeFile(file, text);
  return file;
}
