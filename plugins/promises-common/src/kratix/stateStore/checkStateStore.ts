import type { Finding } from '../../api';
import { error } from '../findings/findings';
import type {
  BucketStateStoreDefinition,
  GitStateStoreDefinition,
  StateStoreDefinition,
} from '../types';

const SCP_URL = /^[^\s/:]+@[^\s/:]+:[^\s]+$/;
const BRANCH = /^(?!-)(?!.*\.\.)(?!.*\/$)[^\s~^:?*[\\\p{Cc}]+$/u;

/**
 * Rules for a state store: Kratix's, and whether address and way to sign in fit together.
 *
 * @public
 */
export function checkStateStore(definition: StateStoreDefinition): Finding[] {
  const { path } = definition.spec;
  return [
    ...(path?.split('/').includes('..')
      ? [
          error(
            'spec.path',
            `Invalid value: "${path}": must not lead out of the state store`,
          ),
        ]
      : []),
    ...(definition.kind === 'GitStateStore'
      ? checkGit(definition)
      : checkBucket(definition)),
  ];
}

function checkGit({ spec }: GitStateStoreDefinition): Finding[] {
  const { url, branch, secretRef } = spec;
  const authMethod = spec.authMethod ?? 'basicAuth';
  const protocol = SCP_URL.test(url) ? 'ssh:' : parseUrl(url)?.protocol;
  const findings: Finding[] = [];
  if (url === '') {
    findings.push(error('spec.url', 'Required: where the repository is'));
  } else if (protocol === undefined) {
    findings.push(
      error(
        'spec.url',
        `Invalid value: "${url}": write https://…, ssh://… or git@host:path`,
      ),
    );
  } else if (!['https:', 'http:', 'ssh:', 'file:'].includes(protocol)) {
    findings.push(
      error(
        'spec.url',
        `Unsupported value: "${protocol}": supported are https:, http:, ssh: and, for trying out, file:`,
      ),
    );
  } else if (protocol !== 'file:') {
    findings.push(...checkGitAuth(authMethod, protocol, url, secretRef?.name));
  }
  if (branch !== undefined && !BRANCH.test(branch)) {
    findings.push(
      error('spec.branch', `Invalid value: "${branch}": no name of a branch`),
    );
  }
  return findings;
}

function checkGitAuth(
  authMethod: string,
  protocol: string,
  url: string,
  secretName: string | undefined,
): Finding[] {
  const findings: Finding[] = [];
  if (authMethod === 'ssh' && protocol !== 'ssh:') {
    findings.push(error('spec.url', `invalid URL for SSH auth method: ${url}`));
  }
  if (authMethod !== 'ssh' && protocol === 'ssh:') {
    findings.push(
      error('spec.url', `invalid URL for HTTPS auth method: ${url}`),
    );
  }
  if (parseUrl(url)?.password) {
    findings.push(
      error(
        'spec.url',
        'Forbidden: a password in the address is readable for everybody; name a secret in spec.secretRef',
      ),
    );
  }
  if (authMethod !== 'basicAuth' && !secretName) {
    findings.push(
      error(
        'spec.secretRef',
        `spec.secretRef must be set when using authentication method ${authMethod}`,
      ),
    );
  }
  return findings;
}

function checkBucket({ spec }: BucketStateStoreDefinition): Finding[] {
  const findings: Finding[] = [];
  if (spec.bucketName === '') {
    findings.push(error('spec.bucketName', 'Required: name of the bucket'));
  }
  if (spec.endpoint === '' || /\s/.test(spec.endpoint)) {
    findings.push(
      error(
        'spec.endpoint',
        `Invalid value: "${spec.endpoint}": write host or host:port`,
      ),
    );
  }
  if (spec.authMethod === 'IAM') {
    return findings;
  }
  if (!spec.secretRef) {
    findings.push(
      error(
        'spec.secretRef',
        'spec.secretRef must be set when using authentication method accessKey',
      ),
    );
    return findings;
  }
  if (!spec.secretRef.name) {
    findings.push(
      error('spec.secretRef.name', 'spec.secretRef must contain secret name'),
    );
  }
  if (!spec.secretRef.namespace) {
    findings.push(
      error(
        'spec.secretRef.namespace',
        'spec.secretRef must contain secret namespace',
      ),
    );
  }
  return findings;
}

function parseUrl(url: string): URL | undefined {
  return URL.canParse(url) ? new URL(url) : undefined;
}
