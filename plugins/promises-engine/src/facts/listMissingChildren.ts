import type { RequestStateFact } from '@promissory/plugin-promises-node';
import { listChildProblems } from '../children/judgeChildren';
import type { RequestIdentity } from '../children/types';
import type { RequestSnapshot } from '../plan/snapshot';

/**
 * Documents that should be children and are not there, and what keeps them. A file that cannot be read is one more: a
 * step that waits for all children must not go on without those that may be in it.
 */
export function listMissingChildren({
  request,
  children,
}: Pick<RequestSnapshot, 'request' | 'children'>): readonly RequestStateFact[] {
  const problems = listChildProblems({ request, children });
  const nameOf = ({ promiseName, namespace, name }: RequestIdentity) => ({
    promise: promiseName,
    namespace,
    name,
  });
  const messages = new Map(
    problems.flatMap(({ child, message }) =>
      child ? [[JSON.stringify(nameOf(child)), message] as const] : [],
    ),
  );
  const wanted = children.wanted.map(({ promise, namespace, name }) => {
    const missing = { promise: promise.name, namespace, name };
    const message = messages.get(JSON.stringify(missing));
    return message === undefined ? missing : { ...missing, message };
  });
  const unnamed = problems.flatMap(({ child, reason, message }) =>
    child
      ? []
      : [
          {
            promise: request.promiseName,
            namespace: request.namespace,
            name: request.name,
            message: `${reason}: ${message}`,
          },
        ],
  );
  return [...wanted, ...unnamed];
}
