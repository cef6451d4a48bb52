import type { WorkloadGroup } from '../workflow/types';
import { hashDesired } from './hashDesired';
import { matchesDestination } from './matchesDestination';
import { pickDestination } from './pickDestination';
import { placementName } from './placementName';
import { placementPath } from './placementPath';
import { resolveSelectors } from './resolveSelectors';
import type {
  DesiredPlacement,
  DestinationFacts,
  PlacementFacts,
  PlacementOwner,
  UnscheduledGroup,
  WorkFacts,
} from './types';
import { unusableDestination } from './unusableDestination';

/** One group of a Work with the placements that it has. */
export interface ScheduleGroupOptions {
  readonly owner: PlacementOwner;
  readonly work: WorkFacts;
  readonly group: WorkloadGroup;
  readonly destinations: readonly DestinationFacts[];
  /** of this group */
  readonly placements: readonly PlacementFacts[];
}

/** Where a group belongs, and what keeps it from having a place. */
export interface GroupSchedule {
  readonly place: readonly DesiredPlacement[];
  readonly unscheduled?: UnscheduledGroup;
}

/**
 * Where one group goes. A request's group has one Destination and keeps it, misplaced or not; a Promise's group goes to
 * every Destination that matches and stays where it was.
 */
export function scheduleGroup(options: ScheduleGroupOptions): GroupSchedule {
  const { owner, work, group, destinations, placements } = options;
  const labels = resolveSelectors(group.selectors);
  const matching = destinations.filter(destination =>
    matchesDestination(labels, destination),
  );
  const usable = matching.filter(
    destination => unusableDestination(destination) === undefined,
  );
  const held = placements.filter(({ removing }) => !removing);
  const fresh = freshDestinations(options, usable, held);
  const targets = [
    ...held.map(({ destination }) => destination),
    ...fresh.map(({ name }) => name),
  ];
  if (targets.length === 0) {
    return {
      place: [],
      unscheduled: {
        workName: work.name,
        groupId: group.id,
        directory: group.directory,
        labels,
        unusable: matching.flatMap(
          destination => unusableDestination(destination) ?? [],
        ),
      },
    };
  }
  const desiredHash = hashDesired(group.workloads);
  const place = targets.flatMap((target): DesiredPlacement[] => {
    const present = placements.find(
      ({ destination }) => destination === target,
    );
    const destination = destinations.find(({ name }) => name === target);
    if (!destination && !present) return [];
    return [
      {
        ...(present ? { id: present.id } : {}),
        name: present?.name ?? placementName(work.name, target, group.id),
        workId: work.id,
        pipeline: work.pipeline,
        groupId: group.id,
        directory: group.directory,
        destination: target,
        stateStoreKind: present?.stateStoreKind ?? destination!.stateStoreKind,
        stateStoreName: present?.stateStoreName ?? destination!.stateStoreName,
        path:
          present?.path ??
          placementPath({
            owner,
            destination: destination!,
            pipeline: work.pipeline,
            groupId: group.id,
          }),
        desired: group.workloads,
        desiredHash,
        misplaced: !matching.some(({ name }) => name === target),
        generation: work.generation,
      },
    ];
  });
  return { place };
}

function freshDestinations(
  { work, group }: ScheduleGroupOptions,
  usable: readonly DestinationFacts[],
  held: readonly PlacementFacts[],
): DestinationFacts[] {
  if (work.type === 'resource') {
    if (held.length > 0) return [];
    const picked = pickDestination(`${work.name}/${group.id}`, usable);
    return picked ? [picked] : [];
  }
  return usable.filter(
    ({ name }) => !held.some(({ destination }) => destination === name),
  );
}
