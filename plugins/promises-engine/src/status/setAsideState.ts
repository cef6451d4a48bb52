import type { RequestFacts } from '../plan/snapshot';
import type { DerivedState } from './deriveRequestState';

/** Reason of a request that nobody works on until somebody asks for it. */
export const SET_ASIDE = 'SetAside';

/** State of a request on which working failed again and again, from no more than its row: anything else may be broken. */
export function setAsideState(
  request: Pick<
    RequestFacts,
    'deleteRequestedAt' | 'deliveredGeneration' | 'setAside'
  >,
): DerivedState {
  const { failures = 0, error = '' } = request.setAside ?? {};
  const [firstLine] = error.split('\n');
  const stands =
    request.deliveredGeneration === undefined
      ? ''
      : `. Generation ${request.deliveredGeneration} is what stands`;
  const message = `Working on it failed ${failures} times in a row, so it is set aside until somebody retries it: ${firstLine}${stands}`;
  return { name: nameOf(request), reason: SET_ASIDE, message, detail: {} };
}

function nameOf({
  deleteRequestedAt,
  deliveredGeneration,
}: Pick<
  RequestFacts,
  'deleteRequestedAt' | 'deliveredGeneration'
>): DerivedState['name'] {
  if (deleteRequestedAt) return 'Deleting';
  return deliveredGeneration === undefined ? 'Failed' : 'Degraded';
}
