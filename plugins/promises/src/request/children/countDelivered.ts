import type { ChildRequest } from '@promissory/plugin-promises-common';

/** How many of the direct children are delivered, as words: `4 of 5 delivered`. */
export function countDelivered(children: readonly ChildRequest[]): string {
  const delivered = children.filter(isDelivered).length;
  return `${delivered} of ${children.length} delivered`;
}

/** Nothing of the child is still to come, and nothing is wrong with it. */
export function isDelivered({ state, problem }: ChildRequest): boolean {
  return !problem && (state?.name === 'Delivered' || state?.name === 'Ready');
}
