import { childKey } from './childKey';
import type { ChildFacts, ChildrenFacts } from './types';

/**
 * Children whose documents are written nowhere any more, once the workflow has succeeded: before that a document may
 * move from one pipeline to another. None is while a file cannot be read: it may be the one with the document. None is
 * while there are too many documents either: what would come instead is not ordered.
 */
export function superfluousChildren(children: ChildrenFacts): ChildFacts[] {
  if (children.problems.length > 0) return [];
  if (children.wanted.length > children.limits.maximumChildren) return [];
  return children.present.filter(
    one => !one.deleting && !children.written.has(childKey(one)),
  );
}
