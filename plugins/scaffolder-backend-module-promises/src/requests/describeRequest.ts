import type { ResourceRequest } from '@promissory/plugin-promises-common';

/** A request in one phrase of a log line. */
export function describeRequest({
  namespace,
  name,
  promise,
}: Pick<ResourceRequest, 'namespace' | 'name' | 'promise'>): string {
  return `${promise.title} ${namespace}/${name}`;
}
