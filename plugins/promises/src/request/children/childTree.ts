import type { ChildRequest } from '@promissory/plugin-promises-common';

/** All that is below a request, each before its own children. */
export function flattenChildren(
  children: readonly ChildRequest[],
): readonly ChildRequest[] {
  return children.flatMap(child => [child, ...flattenChildren(child.children)]);
}

/** Tells nodes of a tree apart, those without a request too. */
export function childKey(child: ChildRequest): string {
  return child.uid ?? `${child.promise.name}/${child.namespace}/${child.name}`;
}
