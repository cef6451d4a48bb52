import type { Requirement } from '@promissory/plugin-promises-common';
import type { RequiredPromise } from '../database/json';

/** What is there of a required Promise. */
export interface InstalledPromise {
  readonly state: string;
  /** Versions of its revisions; an older one keeps a requirement fulfilled after an upgrade. */
  readonly versions: readonly string[];
}

/** A requirement with whether it is fulfilled. */
export interface DecidedRequirement extends Requirement {
  readonly fulfilled: boolean;
}

const FULFILLED = 'Requirement installed';

/** Whether a required Promise is there, in Kratix's words. */
export function decideRequirement(
  required: RequiredPromise,
  installed: InstalledPromise | undefined,
): DecidedRequirement {
  const { name, version } = required;
  const state = describe(version, installed);
  return {
    name,
    ...(version ? { version } : {}),
    state,
    fulfilled: state === FULFILLED,
  };
}

function describe(
  version: string | undefined,
  installed: InstalledPromise | undefined,
): string {
  if (!installed || installed.state === 'Withdrawn') {
    return 'Requirement not installed';
  }
  if (version && !installed.versions.includes(version)) {
    return 'Requirement not installed at the specified version';
  }
  return installed.state === 'Available'
    ? FULFILLED
    : 'Requirement not available';
}
