import type {
  JsonObject,
  ResourceRequest,
} from '@promissory/plugin-promises-common';
import { stringify } from 'yaml';
import { ageOf } from './ageOf';
import { formatTable } from './formatTable';
import type { Portal } from './Portal';
import type { Output } from './PortalArguments';

const HEAD = ['PROMISE', 'NAMESPACE', 'NAME', 'STATE', 'AGE'];
const WIDE = ['OWNER', 'REQUESTED BY', 'GENERATION', 'MESSAGE'];

/** Requests as they were asked for: a table, names, or the Kubernetes objects that Kratix would show. */
export async function writeRequests(
  portal: Portal,
  options: {
    readonly requests: readonly ResourceRequest[];
    readonly output: Output;
    /** One was named: it is not a list of one. */
    readonly one: boolean;
    readonly now: Date;
  },
): Promise<string> {
  const { requests, output, one, now } = options;
  switch (output) {
    case 'name':
      return requests
        .map(({ promise, namespace, name }) =>
          [promise.name, namespace, name].join('/'),
        )
        .join('\n');
    case 'yaml':
      return stringify(await readObjects(portal, requests, one), {
        lineWidth: 0,
      }).trimEnd();
    case 'json':
      return JSON.stringify(await readObjects(portal, requests, one), null, 2);
    default:
      return formatTable(
        [...HEAD, ...(output === 'wide' ? WIDE : [])],
        requests.map(request => [
          request.promise.name,
          request.namespace,
          request.name,
          request.state.name,
          ageOf(request.createdAt, now),
          ...(output === 'wide'
            ? [
                request.owner,
                request.requestedBy,
                String(request.generation),
                request.state.message,
              ]
            : []),
        ]),
      );
  }
}

async function readObjects(
  portal: Portal,
  requests: readonly ResourceRequest[],
  one: boolean,
): Promise<JsonObject> {
  const items: JsonObject[] = [];
  for (const { uid } of requests) items.push(await portal.manifest(uid));
  return one ? items[0] : { apiVersion: 'v1', kind: 'List', items };
}
