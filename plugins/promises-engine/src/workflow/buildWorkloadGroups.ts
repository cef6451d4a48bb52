import { InputError } from '@backstage/errors';
import type {
  DestinationSelector,
  WorkflowType,
} from '@promissory/plugin-promises-common';
import { md5Hex } from '../hash/md5Hex';
import { squashSelectors } from './squashSelectors';
import type {
  DestinationSelectorEntry,
  GroupSelector,
  Workload,
  WorkloadGroup,
} from './types';

/** What groups are built from. */
export interface BuildWorkloadGroupsOptions {
  readonly type: WorkflowType;
  readonly workloads: readonly Workload[];
  readonly selectors: readonly DestinationSelectorEntry[];
  /** `spec.destinationSelectors` of the Promise; they hold for the default group only */
  readonly promiseSelectors: readonly DestinationSelector[];
}

/**
 * Kratix's work-writer: one group for each directory named in destination-selectors.yaml, one for everything else,
 * none for nothing. Throws an InputError for a directory that is not in the output.
 */
export function buildWorkloadGroups(
  options: BuildWorkloadGroupsOptions,
): WorkloadGroup[] {
  const { type, selectors, promiseSelectors } = options;
  const source = `${type}-workflow` as const;
  const workloads = [...options.workloads].sort((a, b) =>
    a.filepath < b.filepath ? -1 : 1,
  );
  const named = selectors.filter(({ directory }) => directory !== '.');
  const groups = named.map(({ directory, matchLabels }): WorkloadGroup => {
    const files = workloads.filter(({ filepath }) =>
      filepath.startsWith(`${directory}/`),
    );
    if (files.length === 0) {
      throw new InputError(
        `destination-selectors.yaml names directory ${directory}, but /kratix/output/${directory} has no files: no such file or directory`,
      );
    }
    return {
      id: md5Hex(directory),
      directory,
      selectors: [{ matchLabels, source }],
      workloads: files,
    };
  });
  const rest = workloads.filter(
    ({ filepath }) =>
      !named.some(({ directory }) => filepath.startsWith(`${directory}/`)),
  );
  if (rest.length === 0) return groups;
  const own = selectors.find(({ directory }) => directory === '.');
  const defaults: GroupSelector[] = [];
  if (own) defaults.push({ matchLabels: own.matchLabels, source });
  if (promiseSelectors.length > 0) {
    defaults.push({
      matchLabels: squashSelectors(promiseSelectors),
      source: 'promise',
    });
  }
  return [
    ...groups,
    { id: md5Hex('.'), directory: '.', selectors: defaults, workloads: rest },
  ];
}
