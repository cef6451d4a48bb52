import { toError } from '@backstage/errors';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { CommandContext } from '../commands/Command';
import { UsageError } from '../commands/UsageError';
import { OUTPUTS, type Output, type PortalArguments } from './PortalArguments';

const LOCAL = 'http://localhost:7007';
const DEFAULT_TIMEOUT_SECONDS = 300;

/** Flags that every command that asks a portal takes. */
export const PORTAL_FLAGS =
  '[-n NAMESPACE] [-o table|wide|yaml|json|name] [--server URL] [--token-file FILE]';

/**
 * Reads them; the server is that of `PROMISSORY_SERVER`, and the token that of `PROMISSORY_TOKEN`, unless flags say
 * otherwise. A token is no argument: others would see it in the list of processes.
 *
 * @throws UsageError
 */
export async function readPortalArguments({
  args,
  directory,
}: CommandContext): Promise<PortalArguments> {
  const { values, positionals } = parse(args);
  const output = (values.output ?? 'table') as Output;
  if (!OUTPUTS.includes(output)) {
    throw new UsageError(`-o takes ${OUTPUTS.join(', ')}, not ${output}`);
  }
  const timeoutSeconds = Number(values.timeout ?? DEFAULT_TIMEOUT_SECONDS);
  if (!(timeoutSeconds > 0)) {
    throw new UsageError(`--timeout takes seconds, not ${values.timeout}`);
  }
  const tokenFile = values['token-file'];
  const token = tokenFile
    ? (await readText(resolve(directory, tokenFile))).trim()
    : process.env.PROMISSORY_TOKEN;
  return {
    server: readServer(values.server ?? process.env.PROMISSORY_SERVER ?? LOCAL),
    ...(token ? { token } : {}),
    ...(values.namespace ? { namespace: values.namespace } : {}),
    output,
    ...(values.owner ? { owner: values.owner } : {}),
    files: (values.filename ?? []).map(path => resolve(directory, path)),
    wait: values.wait === true,
    timeoutMs: timeoutSeconds * 1_000,
    words: positionals,
  };
}

function readServer(server: string): string {
  if (!/^https?:\/\//.test(server) || !URL.canParse(server)) {
    throw new UsageError(
      `--server takes the URL of the backend, as ${LOCAL}, not ${server}`,
    );
  }
  return server.replace(/\/+$/, '');
}

async function readText(file: string): Promise<string> {
  return readFile(file, 'utf8').catch(error => {
    throw new UsageError(String(error));
  });
}

function parse(args: readonly string[]) {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        server: text,
        'token-file': text,
        namespace: { type: 'string', short: 'n' },
        output: { type: 'string', short: 'o' },
        filename: { type: 'string', short: 'f', multiple: true },
        owner: text,
        wait: { type: 'boolean' },
        timeout: text,
      },
    });
  } catch (error) {
    throw new UsageError(toError(error).message);
  }
}
