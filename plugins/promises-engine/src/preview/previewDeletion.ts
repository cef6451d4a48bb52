import type { ChildFacts } from '../children/types';
import { readPresentChildren } from '../database/operations/children/readPresentChildren';
import { readPlacementFacts } from '../database/operations/placements/readPlacementFacts';
import { compareFiles } from './compareFiles';
import { describeFiles } from './describeFiles';
import type { Preview, PreviewNode } from './types';

/** A child that would go, with everything that belongs to it. */
export async function previewDeletion(
  preview: Preview,
  child: ChildFacts,
  depth = 1,
): Promise<PreviewNode> {
  const placements = await readPlacementFacts(preview.knex, {
    requestUid: child.uid,
  });
  const children: PreviewNode[] = [];
  for (const one of await readPresentChildren(preview.knex, child.uid)) {
    children.push(await previewDeletion(preview, one, depth + 1));
  }
  const files = compareFiles({
    before: placements,
    after: [],
    works: [],
    unscheduled: [],
  });
  return {
    status: {},
    children,
    request: {
      promiseName: child.promiseName,
      namespace: child.namespace,
      name: child.name,
      depth,
      change: 'Deleted',
      outcome: 'Complete',
      violations: [],
      files: await describeFiles(preview, files),
    },
  };
}
