import type { RequestStateFact } from '@promissory/plugin-promises-node';
import { listChildProblems } from '../children/judgeChildren';
import type { ChildProblem, RequestIdentity } from '../children/types';
import type { RequestSnapshot } from '../plan/snapshot';

/**
 * Documents that should be children and are not there, or not as they are wanted, and what keeps them; also those that
 * have no place yet. A file that cannot be read is one more: a step that waits for all children must not go on without
 * those that may be in it.
 */
export function listMissingChildren({
  request,
  children,
}: Pick<RequestSnapshot, 'request' | 'children'>): readonly RequestStateFact[] {
  const problems = listChildProblems({ request, children });
  const byChild = new Map(
    problems.flatMap(problem =>
      problem.child ? [[keyOf(nameOf(problem.child)), problem] as const] : [],
    ),
  );
  const wanted = children.wanted.map(({ promise, namespace, name }) => {
    const missing = { promise: promise.name, namespace, name };
    const problem = byChild.get(keyOf(missing));
    return problem ? { ...missing, ...tell(problem) } : missing;
  });
  const awaited = children.awaited.map(({ message, ...child }) => ({
    ...nameOf(child),
    message,
  }));
  const unnamed = problems
    .filter(({ child }) => !child)
    .map(problem => ({ ...nameOf(request), ...tell(problem) }));
  return [...wanted, ...awaited, ...unnamed];
}

function tell({ reason, message, isPending }: ChildProblem) {
  return isPending
    ? { message: `${reason}: ${message}` }
    : { message, problem: reason };
}

function nameOf({ promiseName, namespace, name }: RequestIdentity) {
  return { promise: promiseName, namespace, name };
}

function keyOf(name: ReturnType<typeof nameOf>): string {
  return JSON.stringify([name.promise, name.namespace, name.name]);
}
