import { childKey } from '../children/childKey';
import { judgeChildren, type ChildVerdict } from '../children/judgeChildren';
import type { ApplyChildAction, DeleteChildAction } from './actions';
import type { RequestSnapshot } from './snapshot';

/** Brings children in line with the documents that are placed; undefined where they are, or nothing can be done. */
export function decideChildren(
  snapshot: RequestSnapshot,
): ApplyChildAction | DeleteChildAction | undefined {
  return (
    decideOwner(snapshot) ?? decideContent(snapshot) ?? decidePrune(snapshot)
  );
}

/** Children follow the owner of their parent, whatever their documents say. */
function decideOwner({
  request,
  children,
}: RequestSnapshot): ApplyChildAction | undefined {
  const child = children.present.find(
    ({ deleting, ownerRef, requestedBy }) =>
      !deleting &&
      (ownerRef !== request.ownerRef || requestedBy !== request.requestedBy),
  );
  if (!child) return undefined;
  const { uid, promiseName, namespace, name } = child;
  const { labels, annotations, spec } = child;
  return {
    kind: 'applyChild',
    uid,
    promiseId: child.promiseId,
    promiseName,
    namespace,
    name,
    labels,
    annotations,
    spec,
    changesSpec: false,
  };
}

function decideContent(
  snapshot: RequestSnapshot,
): ApplyChildAction | undefined {
  for (const verdict of judgeChildren(snapshot)) {
    if (verdict.kind === 'apply') {
      return applyChild(verdict);
    }
  }
  return undefined;
}

function applyChild({
  wanted,
  uid,
  changesSpec,
}: Extract<ChildVerdict, { kind: 'apply' }>): ApplyChildAction {
  const { promise, namespace, name, document, spec } = wanted;
  return {
    kind: 'applyChild',
    ...(uid ? { uid } : {}),
    promiseId: promise.id,
    promiseName: promise.name,
    namespace,
    name,
    revisionId: promise.revisionId,
    labels: document.labels,
    annotations: document.annotations,
    spec,
    changesSpec,
  };
}

/**
 * A child goes when its document is written nowhere any more. Nothing goes before the workflow has succeeded: a document
 * may move from one pipeline to another. Nothing goes while a file cannot be read: it may be the one with the document.
 * Nothing goes while there are too many documents either: what would come instead is not ordered.
 */
function decidePrune(snapshot: RequestSnapshot): DeleteChildAction | undefined {
  const { configureRun, children } = snapshot;
  if (configureRun?.state !== 'Succeeded') return undefined;
  if (children.problems.length > 0) return undefined;
  if (children.wanted.length > children.limits.maximumChildren) {
    return undefined;
  }
  const child = children.present.find(
    one => !one.deleting && !children.written.has(childKey(one)),
  );
  return child && { kind: 'deleteChild', uid: child.uid };
}
