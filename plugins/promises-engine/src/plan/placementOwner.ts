import type { PlacementOwner } from '../scheduling/types';
import type { RequestSnapshot } from './snapshot';

/** The owner of a request's placements. */
export function placementOwner({ request }: RequestSnapshot): PlacementOwner {
  return {
    promiseName: request.promiseName,
    request: { namespace: request.namespace, name: request.name },
  };
}
