import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { InputError, isError } from '@backstage/errors';
import type { SecretStore } from '@promissory/plugin-promises-node';
import type { StateStoreRow } from '../../database/rows/rows';
import { basicCredentials } from '../git/basicCredentials';
import { checkBranchName } from '../git/checkBranchName';
import type { GitCommand } from '../git/GitCommand';
import { resolveGitRemote } from '../git/resolveGitRemote';
import { gitStateStoreSpec, type GitStateStoreSpec } from './gitStateStoreSpec';

/** How far a look at a state store came. @public */
export type StateStoreProbePhase = 'settings' | 'secret' | 'contact';

/** What became of a look at a state store as it is now. @public */
export interface StateStoreProbe {
  /** GitStateStore or BucketStateStore */
  readonly kind: string;
  readonly name: string;
  readonly entityRef: string;
  /** What delivery and registry recorded last: Unknown, Ready, NotReady, Disconnected, Untrusted, Invalid. */
  readonly recorded: {
    readonly state: string;
    readonly reason: string;
    readonly message: string;
  };
  /** Where its credentials may go, with the port where it is not 443; absent for a folder on this machine. */
  readonly host?: string;
  readonly secretRef?: { readonly namespace: string; readonly name: string };
  readonly branch?: string;
  readonly outcome: /** Nothing is asked of a store that nothing is written to. */
  | { readonly result: 'skipped' }
    | {
        readonly result: 'reached';
        readonly afterMs: number;
        /** Otherwise the first delivery makes it. */
        readonly branchExists: boolean;
      }
    | {
        readonly result: 'failed';
        readonly phase: StateStoreProbePhase;
        /** Name of the error: NotFoundError, NotAllowedError, InputError, GitCommandError, … */
        readonly error: string;
        readonly message: string;
      };
}

/** What a look at a state store is made with. */
export interface ProbeStateStoreOptions {
  readonly row: StateStoreRow;
  readonly command: GitCommand;
  /** A folder of our own, where git is started. */
  readonly directory: string;
  readonly localDirectory: string | undefined;
  readonly createLocalRepositories: boolean;
  readonly secretStore: SecretStore;
  readonly timeoutMs: number;
}

const UNUSED = ['Disconnected', 'Untrusted', 'Invalid'];

/** Asks a store for its branch with its own credentials, and writes nothing. Does not reject, and ends in time. */
export async function probeStateStore(
  options: ProbeStateStoreOptions,
): Promise<StateStoreProbe> {
  const { row } = options;
  const identity = {
    kind: row.kind,
    name: row.name,
    entityRef: row.entity_ref,
    recorded: { state: row.state, reason: row.reason, message: row.message },
  };
  if (UNUSED.includes(row.state)) {
    return { ...identity, outcome: { result: 'skipped' } };
  }
  if (row.kind !== 'GitStateStore') {
    return {
      ...identity,
      outcome: {
        result: 'failed',
        phase: 'settings',
        error: 'NotImplementedError',
        message: 'buckets are not supported yet; use a GitStateStore',
      },
    };
  }
  const parsed = gitStateStoreSpec.safeParse(JSON.parse(row.spec));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const message = `spec.${issue.path.join('.')}: ${issue.message}`;
    return {
      ...identity,
      outcome: {
        result: 'failed',
        phase: 'settings',
        error: 'InputError',
        message,
      },
    };
  }
  const spec = parsed.data;
  const { secretRef } = spec;
  return {
    ...identity,
    host: hostOf(spec.url),
    branch: spec.branch,
    ...(secretRef && {
      secretRef: {
        namespace: secretRef.namespace ?? 'default',
        name: secretRef.name,
      },
    }),
    outcome: await contact(options, spec),
  };
}

async function contact(
  options: ProbeStateStoreOptions,
  spec: GitStateStoreSpec,
): Promise<StateStoreProbe['outcome']> {
  const begin = performance.now();
  let phase: StateStoreProbePhase = 'settings';
  let timer: NodeJS.Timeout | undefined;
  const abort = new AbortController();
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error(`did not answer within ${options.timeoutMs / 1_000} s`));
      abort.abort();
    }, options.timeoutMs);
  });
  const look = async (): Promise<boolean> => {
    const { localDirectory } = options;
    const remote = resolveGitRemote({ url: spec.url, localDirectory });
    const wrongBranch = checkBranchName(spec.branch);
    if (wrongBranch) throw new InputError(`spec.branch ${wrongBranch}`);
    if (
      remote.kind === 'local' &&
      options.createLocalRepositories &&
      !(await exists(join(remote.directory, 'HEAD')))
    ) {
      return false;
    }
    phase = 'secret';
    const settings = await basicCredentials({
      spec,
      remote,
      reader: `${options.row.kind}/${options.row.name}`,
      secretStore: options.secretStore,
    });
    phase = 'contact';
    const { stdout } = await options.command.run({
      arguments: [
        'ls-remote',
        '--heads',
        remote.kind === 'local' ? remote.directory : remote.url,
        `refs/heads/${spec.branch}`,
      ],
      directory: options.directory,
      settings,
      protocols: [remote.kind === 'local' ? 'file' : 'https'],
      signal: abort.signal,
    });
    return stdout.length > 0;
  };
  const looked = look();
  looked.catch(() => {});
  try {
    const branchExists = await Promise.race([looked, late]);
    const afterMs = Math.round(performance.now() - begin);
    return { result: 'reached', afterMs, branchExists };
  } catch (error) {
    return {
      result: 'failed',
      phase,
      error: isError(error) ? error.name : 'Error',
      message: isError(error) ? error.message : String(error),
    };
  } finally {
    clearTimeout(timer);
  }
}

function hostOf(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const { protocol, host } = new URL(url);
  return protocol === 'file:' ? undefined : host;
}

function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
