import type { FieldError } from '@promissory/plugin-promises-common';

/** Problems by the place of the page that shows them. */
export interface SplitErrors {
  readonly spec: readonly FieldError[];
  readonly name?: string;
  readonly namespace?: string;
  readonly owner?: string;
  /** What has no place of its own. */
  readonly other: readonly FieldError[];
}

const PLACES = {
  name: ['metadata.name', 'name'],
  namespace: ['metadata.namespace', 'namespace'],
  owner: ['owner'],
};

/** Sends each problem to its field. */
export function splitErrors(errors: readonly FieldError[]): SplitErrors {
  const at = (...paths: string[]) =>
    errors.find(({ path }) => paths.includes(path))?.message;
  const isPlaced = ({ path }: FieldError) =>
    isOfSpec(path) || Object.values(PLACES).flat().includes(path);
  return {
    spec: errors.filter(({ path }) => isOfSpec(path)),
    name: at(...PLACES.name),
    namespace: at(...PLACES.namespace),
    owner: at(...PLACES.owner),
    other: errors.filter(error => !isPlaced(error)),
  };
}

/** Where problems of the name, namespace and owner that a change touches are. */
export function changedPaths(change: object): readonly string[] {
  return Object.entries(PLACES).flatMap(([part, paths]) =>
    part in change ? paths : [],
  );
}

/** Whether a path is in the spec, where the form of the Promise shows it. */
export function isOfSpec(path: string): boolean {
  return (
    path === 'spec' || path.startsWith('spec.') || path.startsWith('spec[')
  );
}
