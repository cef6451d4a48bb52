import { resolve, sep } from 'node:path';
import { InputError } from '@backstage/errors';
import type { GitRemote } from './types';

/**
 * Finds where the URL of a state store leads. `file:` URLs see only what is below the local directory, as if it were
 * the root.
 *
 * Throws an InputError that says what to write instead.
 */
export function resolveGitRemote(options: {
  readonly url: string;
  /** Folder of local repositories; none, and file: URLs are refused. */
  readonly localDirectory?: string;
}): GitRemote {
  const { url } = options;
  if (/^(ssh:|git@)|^[\w.-]+@[\w.-]+:/.test(url)) {
    throw new InputError(
      `spec.url ${JSON.stringify(
        url,
      )}: SSH is not supported yet; use https:// with authMethod basicAuth`,
    );
  }
  if (!URL.canParse(url)) {
    throw new InputError(
      `spec.url ${JSON.stringify(url)} is not a URL; use https://host/path.git`,
    );
  }
  const parsed = new URL(url);
  if (parsed.username || parsed.password) {
    throw new InputError(
      'spec.url carries credentials; put them into a secret and name it in spec.secretRef',
    );
  }
  switch (parsed.protocol) {
    case 'file:':
      return resolveLocal(parsed, options.localDirectory);
    case 'https:':
      return { kind: 'https', url: parsed.href, host: parsed.host };
    case 'http:':
      throw new InputError(
        `spec.url ${JSON.stringify(
          url,
        )}: credentials would travel in the clear; use https://`,
      );
    default:
      throw new InputError(
        `spec.url ${JSON.stringify(url)}: protocol ${
          parsed.protocol
        } is not supported; use https:// or file://`,
      );
  }
}

function resolveLocal(url: URL, localDirectory: string | undefined): GitRemote {
  if (!localDirectory) {
    throw new InputError(
      'spec.url is a file: URL, and no folder of local repositories is configured (promises.git.localDirectory)',
    );
  }
  if (url.host !== '') {
    throw new InputError(
      `spec.url names the host ${url.host}; write file:///<path> with three slashes`,
    );
  }
  let path: string;
  try {
    path = decodeURIComponent(url.pathname);
  } catch {
    throw new InputError('spec.url has a broken percent escape');
  }
  const root = resolve(localDirectory);
  const directory = resolve(root, `.${path}`);
  if (path.includes('\0') || !directory.startsWith(`${root}${sep}`)) {
    throw new InputError(
      'spec.url leaves the folder of local repositories, or names nothing in it',
    );
  }
  return { kind: 'local', directory };
}
