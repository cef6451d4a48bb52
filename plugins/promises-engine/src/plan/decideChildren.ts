import { judgeChildren, type ChildVerdict } from '../children/judgeChildren';
import { superfluousChildren } from '../children/superfluousChildren';
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

/** A child goes when its document is written nowhere any more. */
function decidePrune({
  configureRun,
  children,
}: RequestSnapshot): DeleteChildAction | undefined {
  if (configureRun?.state !== 'Succeeded') return undefined;
  const [child] = superfluousChildren(children);
  return child && { kind: 'deleteChild', uid: child.uid };
}
