import type { PromiseRequirement } from '@promissory/plugin-promises-common';
import type { RequiredPromise } from '../database/json';

/** What is there of a required Promise. */
export interface InstalledPromise {
  readonly state: string;
  /** Versions of its revisions; an older one keeps a requirement fulfilled after an upgrade. */
  readonly versions: readonly string[];
  readonly title?: string;
  readonly icon?: string;
  readonly entityRef?: string;
}

const FULFILLED = 'Requirement installed';

/** Whether a required Promise is there, in Kratix's words. */
export function decideRequirement(
  required: RequiredPromise,
  installed: InstalledPromise | undefined,
): PromiseRequirement {
  const { name, version } = required;
  const state = describe(version, installed);
  return {
    name,
    ...(version ? { version } : {}),
    state,
    fulfilled: state === FULFILLED,
    ...describePromise(installed),
  };
}

function describePromise({
  title,
  icon,
  entityRef,
}: Partial<InstalledPromise> = {}): Pick<
  PromiseRequirement,
  'title' | 'icon' | 'entityRef'
> {
  return {
    ...(title ? { title } : {}),
    ...(icon ? { icon } : {}),
    ...(entityRef ? { entityRef } : {}),
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
