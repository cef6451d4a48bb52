import type { GroupSelector, SelectorSource } from '../workflow/types';

const LOWEST_FIRST: readonly SelectorSource[] = [
  'resource-workflow',
  'promise-workflow',
  'promise',
];

/** Labels that a Destination must carry: key by key the Promise wins over its workflow, that over the request's. */
export function resolveSelectors(
  selectors: readonly GroupSelector[],
): Record<string, string> {
  return Object.assign(
    {},
    ...LOWEST_FIRST.flatMap(source =>
      selectors
        .filter(selector => selector.source === source)
        .map(({ matchLabels }) => matchLabels),
    ),
  );
}
