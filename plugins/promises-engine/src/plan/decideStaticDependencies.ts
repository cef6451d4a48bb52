import { isDeepStrictEqual } from 'node:util';
import { staticDependenciesGroup } from '../workflow/staticDependenciesGroup';
import type { Action, PromiseSnapshot, RevisionFacts } from './types';

/** Brings the Work of the static dependencies in line with the definition; undefined where it is. */
export function decideStaticDependencies(
  { works }: PromiseSnapshot,
  revision: RevisionFacts,
): Action | undefined {
  const desired = staticDependenciesGroup(revision.definition);
  const work = works.find(({ type }) => type === 'static-dependency');
  if (!desired) {
    return work ? { kind: 'removeWorks', workIds: [work.id] } : undefined;
  }
  return isDeepStrictEqual(work?.groups, [desired.group])
    ? undefined
    : { kind: 'writeStaticDependencies', ...desired };
}
