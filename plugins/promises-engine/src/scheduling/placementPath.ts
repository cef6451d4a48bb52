import type { DestinationFacts, PlacementOwner } from './types';

function segments(path: string): string[] {
  return path.split('/').filter(segment => segment !== '' && segment !== '.');
}

/**
 * Folder of a placement inside its state store, in Kratix's layout `nestedByMetadata`; without slashes at its ends. The
 * namespace is always the request's own: with `pipelineNamespace`, Kratix would put two requests into one folder.
 */
export function placementPath(options: {
  readonly owner: PlacementOwner;
  readonly destination: DestinationFacts;
  /** empty for static dependencies */
  readonly pipeline: string;
  readonly groupId: string;
}): string {
  const { owner, destination, pipeline, groupId } = options;
  const folder = owner.request
    ? [
        'resources',
        owner.request.namespace,
        owner.promiseName,
        owner.request.name,
      ]
    : ['dependencies', owner.promiseName];
  return [
    ...segments(destination.stateStorePath),
    ...segments(destination.path),
    ...folder,
    ...(pipeline === '' ? [] : [pipeline]),
    groupId.slice(0, 5),
  ].join('/');
}
