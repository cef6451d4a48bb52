import type { PromiseDefinition } from '@promissory/plugin-promises-common';
import { Document } from 'yaml';

/** The one file of a Promise's static dependencies, or undefined where it has none. */
export interface StaticDependenciesFile {
  readonly filepath: string;
  readonly content: string;
}

/** `spec.dependencies` as YAML documents with sorted keys, as Kratix writes them. */
export function staticDependencies(
  definition: PromiseDefinition,
): StaticDependenciesFile | undefined {
  const dependencies = definition.spec.dependencies ?? [];
  if (dependencies.length === 0) return undefined;
  const content = dependencies
    .map(dependency =>
      new Document(dependency, {
        version: '1.1',
        sortMapEntries: true,
        aliasDuplicateObjects: false,
      }).toString({ indentSeq: false, lineWidth: 0 }),
    )
    .map(text => text.replace(/^%YAML 1\.1\n---\n/, ''))
    .join('---\n');
  return {
    filepath: `static/${definition.metadata.name}-dependencies.yaml`,
    content,
  };
}
