import type { DoctorResult } from '@promissory/plugin-promises-common';
import { isError } from '@backstage/errors';
import { coerce, gtr, satisfies } from 'semver';
import { readBackstageVersion } from '../readBackstageVersion';
import { supportedVersions } from '../supportedVersions';
import type { Check } from '../types';

/** What the backend runs in and with. */
export interface VersionFacts {
  readonly node: string;
  /** Of `backstage.json`; absent where the file is. */
  readonly backstage?: string;
  readonly git: { readonly version: string } | { readonly problem: string };
}

export function judgeVersions(facts: VersionFacts): DoctorResult[] {
  return [
    judgeBackstage(facts.backstage),
    judgeNode(facts.node),
    judgeGit(facts.git),
  ];
}

function judgeBackstage(version: string | undefined): DoctorResult {
  const subject = 'Backstage';
  const range = supportedVersions.backstage;
  if (version === undefined) {
    return {
      status: 'warning',
      subject,
      message:
        'Nobody can tell the version of this Backstage: there is no backstage.json where the backend was started, or above.',
      remedy: {
        text: 'Copy the file into the image of the backend.',
        file: 'Dockerfile',
        language: 'shell',
        snippet: 'COPY backstage.json ./\n',
      },
    };
  }
  if (satisfies(version, range, { includePrerelease: true })) {
    return { status: 'ok', subject, message: `Version ${version}.` };
  }
  const isNewer = gtr(version, range);
  return {
    status: isNewer ? 'warning' : 'error',
    subject,
    message: isNewer
      ? `Version ${version} is newer than what these plugins were tested with (${range}).`
      : `Version ${version} is older than what these plugins need (${range}).`,
    remedy: {
      text: isNewer
        ? 'Bring the plugins to their newest release.'
        : 'Upgrade Backstage.',
      language: 'shell',
      snippet: isNewer
        ? "yarn up '@promissory/*'\n"
        : 'yarn backstage-cli versions:bump --release 1.55.0\n',
    },
  };
}

function judgeNode(version: string): DoctorResult {
  const subject = 'Node';
  const range = supportedVersions.node;
  if (satisfies(version, range)) {
    return { status: 'ok', subject, message: `Version ${version}.` };
  }
  return {
    status: gtr(version, range) ? 'warning' : 'error',
    subject,
    message: `Version ${version} is not among those that are supported (${range}).`,
    remedy: {
      text: 'Run the backend with Node 24.',
      file: 'Dockerfile',
      language: 'shell',
      snippet: 'FROM node:24-trixie-slim\n',
    },
  };
}

function judgeGit(git: VersionFacts['git']): DoctorResult {
  const subject = 'Git';
  const remedy = {
    text: 'Install a newer git where the backend runs.',
    file: 'Dockerfile',
    language: 'shell',
    snippet:
      'RUN apt-get update && apt-get install -y --no-install-recommends git\n',
  } as const;
  if ('problem' in git) {
    return {
      status: 'error',
      subject,
      message: `Nothing can be delivered: ${git.problem}`,
      remedy,
    };
  }
  const version = coerce(git.version);
  return version && satisfies(version, supportedVersions.git)
    ? { status: 'ok', subject, message: `Version ${git.version}.` }
    : {
        status: 'error',
        subject,
        message: `Version ${git.version} is too old to be given secrets safely (${supportedVersions.git}).`,
        remedy,
      };
}

export const versionsCheck: Check = {
  id: 'versions',
  area: 'backend',
  title: 'Versions',
  async run({ host, engine }) {
    const { nodeVersion, directory } = host();
    const backstage = await readBackstageVersion(directory);
    return judgeVersions({
      node: nodeVersion,
      ...(backstage !== undefined && { backstage }),
      git: await engine.gitVersion().then(
        version => ({ version }),
        error => ({
          problem: isError(error) ? error.message : String(error),
        }),
      ),
    });
  },
};
