import { readChildrenFacts } from '../database/operations/children/readChildrenFacts';
import { schedule } from '../scheduling/schedule';
import type { UnscheduledGroup } from '../scheduling/types';
import type { Preview, PreviewDraft, PreviewState } from './types';
import { withSchedule } from './withSchedule';

/** A state whose Works are where they belong, with the children that follow from them. */
export interface PlacedState extends PreviewState {
  readonly unscheduled: readonly UnscheduledGroup[];
}

/** Carries out the schedule and reads which documents are children now. */
export async function placeWorks(
  preview: Preview,
  draft: PreviewDraft,
  state: PreviewState,
): Promise<PlacedState> {
  const { snapshot, row, requiredPromises } = state;
  const { request, works, destinations } = snapshot;
  const difference = schedule({
    owner: { promiseName: request.promiseName, request },
    works,
    placements: snapshot.placements,
    destinations,
  });
  const placements = withSchedule(snapshot.placements, difference);
  const children = await readChildrenFacts(preview.knex, {
    row,
    requiredPromises,
    works,
    placements,
    destinations,
    revisions: preview.revisions,
    rules: preview.children,
  });
  return {
    row,
    requiredPromises,
    unscheduled: difference.unscheduled,
    snapshot: {
      ...snapshot,
      placements,
      // Those of a draft are in no database.
      children: { ...children, ancestors: draft.ancestors },
    },
  };
}
