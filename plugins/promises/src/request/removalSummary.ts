import type { ResourceRequestDetail } from '@promissory/plugin-promises-common';
import { flattenChildren } from './children/childTree';

/** One line per thing that deleting a request removes: files, then every request below it. */
export function removalSummary(
  request: Pick<ResourceRequestDetail, 'placements' | 'children'>,
): string[] {
  const written = request.placements.filter(
    placement => placement.state !== 'Removed' && placement.files > 0,
  );
  const filesByDestination = new Map<string, number>();
  for (const { destination, files } of written) {
    filesByDestination.set(
      destination,
      (filesByDestination.get(destination) ?? 0) + files,
    );
  }
  // What holds a name that a document wanted is somebody else's, and stays.
  const children = flattenChildren(request.children).filter(
    ({ uid, state }) => uid !== undefined && state?.name !== 'Deleted',
  );
  return [
    ...[...filesByDestination].map(
      ([destination, files]) =>
        `${files} ${
          files === 1 ? 'file' : 'files'
        } on the destination ${destination}`,
    ),
    ...children.map(
      child =>
        `the request ${child.name} of ${child.promise.title}, with everything that it brought`,
    ),
  ];
}
