import type { ResourceRequest } from '@promissory/plugin-promises-common';

/**
 * The requests of a page with each part right below what it is part of, however deep, and else in the order given. A part
 * whose parent is on another page stays where it is.
 */
export function withPartsBelow(
  requests: readonly ResourceRequest[],
): ResourceRequest[] {
  const shown = new Set(requests.map(({ uid }) => uid));
  const parts = new Map<string, ResourceRequest[]>();
  const tops: ResourceRequest[] = [];
  for (const request of requests) {
    const { parentUid } = request;
    if (parentUid === undefined || !shown.has(parentUid)) {
      tops.push(request);
    } else {
      parts.set(parentUid, [...(parts.get(parentUid) ?? []), request]);
    }
  }
  const withParts = (request: ResourceRequest): ResourceRequest[] => [
    request,
    ...byTitle(parts.get(request.uid) ?? []).flatMap(withParts),
  ];
  return tops.flatMap(withParts);
}

/** Parts as the page of what they are part of lists them. */
function byTitle(parts: readonly ResourceRequest[]): ResourceRequest[] {
  const titleOf = ({ promise, namespace, name }: ResourceRequest) =>
    `${promise.title} ${namespace}/${name}`;
  return [...parts].sort((a, b) => titleOf(a).localeCompare(titleOf(b), 'en'));
}
