import type {
  FactQuery,
  FactReader,
  RequestStateFact,
} from '@promissory/plugin-promises-node';
import { createFactReader } from '../facts/createFactReader';
import { listMissingChildren } from '../facts/listMissingChildren';
import type { RunFacts } from '../plan/snapshot';
import { identityKey } from './identityKey';
import type { Preview, PreviewState } from './types';

/** Answers from the database, with the requests that the preview went into as they would be once they are delivered. */
export function createPreviewFactReader(
  preview: Preview,
  { snapshot }: PreviewState,
  run: RunFacts,
): FactReader {
  const { request } = snapshot;
  const read = createFactReader({
    knex: preview.knex,
    revisions: preview.revisions,
    platform: preview.platform,
    run,
    request: {
      uid: request.uid,
      namespace: request.namespace,
      ownerRef: request.ownerRef,
      missingChildren: listMissingChildren(snapshot),
    },
  });
  return async <Query extends FactQuery>(query: Query) => {
    const answer = await read(query);
    if (!Array.isArray(answer)) return answer;
    return answer.map((fact: RequestStateFact) =>
      asFound(preview, fact),
    ) as unknown as typeof answer;
  };
}

function asFound(preview: Preview, fact: RequestStateFact): RequestStateFact {
  const { promise: promiseName, namespace, name } = fact;
  const node = preview.found.get(identityKey({ promiseName, namespace, name }));
  return node?.request.outcome === 'Complete' && !fact.problem
    ? {
        promise: promiseName,
        namespace,
        name,
        state: 'Delivered',
        status: node.status,
      }
    : fact;
}
