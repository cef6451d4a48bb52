import {
  KRATIX_API_VERSION,
  type DestinationDefinition,
  type PromiseDefinition,
  type GitStateStoreDefinition,
} from '@promissory/plugin-promises-common';
import { isDeepStrictEqual } from 'node:util';

/** Where things are delivered to when no file says so. */
export interface DefaultDestinations {
  readonly stateStore: GitStateStoreDefinition;
  readonly destinations: readonly DestinationDefinition[];
}

/**
 * One state store, and a Destination for each set of labels that Promises ask for; one without labels where none asks.
 * Documents that are delivered there are requests, so that compound Promises work.
 */
export function defaultDestinations(
  promises: readonly PromiseDefinition[],
): DefaultDestinations {
  const wanted = promises.map(({ spec }) =>
    Object.assign(
      {},
      ...(spec.destinationSelectors ?? []).map(
        ({ matchLabels }) => matchLabels,
      ),
    ),
  );
  const distinct = wanted.filter(
    (labels, index) =>
      wanted.findIndex(other => isDeepStrictEqual(other, labels)) === index,
  );
  const named = distinct.filter(labels => Object.keys(labels).length > 0);
  const sets = named.length > 0 ? named : [{}];
  return {
    stateStore: {
      apiVersion: KRATIX_API_VERSION,
      kind: 'GitStateStore',
      metadata: { name: 'default' },
      spec: { url: 'file:///default.git', branch: 'main' },
    },
    destinations: sets.map((labels, index) => {
      const name = sets.length === 1 ? 'default' : `default-${index + 1}`;
      return {
        apiVersion: KRATIX_API_VERSION,
        kind: 'Destination',
        metadata: { name, labels },
        spec: {
          path: name,
          cleanup: 'all',
          stateStoreRef: { kind: 'GitStateStore', name: 'default' },
          initWorkloads: { enabled: false },
        },
      };
    }),
  };
}
