import type { PromiseDefinition } from '@promissory/plugin-promises-common';
import { md5Hex } from '../hash/md5Hex';
import { sha256Hex } from '../hash/sha256Hex';
import { squashSelectors } from './squashSelectors';
import { staticDependencies } from './staticDependencies';
import type { WorkloadGroup } from './types';

/** The group of a Promise's static dependencies with the one file that is in it. */
export interface StaticDependenciesGroup {
  readonly group: WorkloadGroup;
  readonly content: string;
}

/** What the Work of the static dependencies holds, or undefined where the Promise has none. */
export function staticDependenciesGroup(
  definition: PromiseDefinition,
): StaticDependenciesGroup | undefined {
  const file = staticDependencies(definition);
  if (!file) return undefined;
  const selectors = definition.spec.destinationSelectors ?? [];
  return {
    content: file.content,
    group: {
      id: md5Hex('.'),
      directory: '.',
      selectors:
        selectors.length > 0
          ? [{ matchLabels: squashSelectors(selectors), source: 'promise' }]
          : [],
      workloads: [{ filepath: file.filepath, sha256: sha256Hex(file.content) }],
    },
  };
}
