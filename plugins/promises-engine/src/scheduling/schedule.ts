import { scheduleGroup } from './scheduleGroup';
import type {
  DesiredPlacement,
  DestinationFacts,
  PlacementFacts,
  PlacementOwner,
  Schedule,
  UnscheduledGroup,
  WorkFacts,
} from './types';

/** Everything that belongs to one owner, and all Destinations of its platform. */
export interface ScheduleOptions {
  readonly owner: PlacementOwner;
  readonly works: readonly WorkFacts[];
  readonly placements: readonly PlacementFacts[];
  readonly destinations: readonly DestinationFacts[];
}

/** Compares what is placed with what should be. Empty lists mean that nothing is to be done. */
export function schedule(options: ScheduleOptions): Schedule {
  const { owner, works, destinations } = options;
  const placements = options.placements.filter(
    ({ state }) => state !== 'Removed',
  );
  const place: DesiredPlacement[] = [];
  const unscheduled: UnscheduledGroup[] = [];
  const kept = new Set<string>();
  for (const work of works) {
    for (const group of work.groups) {
      const present = placements.filter(
        ({ workId, groupId }) => workId === work.id && groupId === group.id,
      );
      const result = scheduleGroup({
        owner,
        work,
        group,
        destinations,
        placements: present,
      });
      if (result.unscheduled) unscheduled.push(result.unscheduled);
      result.keep.forEach(id => kept.add(id));
      for (const desired of result.place) {
        if (desired.id) kept.add(desired.id);
        if (differs(desired, present)) place.push(desired);
      }
    }
  }
  const remove = placements
    .filter(({ id, removing }) => !removing && !kept.has(id))
    .map(({ id }) => id);
  return { place, remove, unscheduled };
}

function differs(
  desired: DesiredPlacement,
  present: readonly PlacementFacts[],
): boolean {
  const placement = present.find(({ id }) => id === desired.id);
  return (
    !placement ||
    placement.removing ||
    placement.desiredHash !== desired.desiredHash ||
    placement.misplaced !== desired.misplaced ||
    placement.generation !== desired.generation
  );
}
