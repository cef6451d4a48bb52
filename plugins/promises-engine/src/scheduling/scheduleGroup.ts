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
  /** ids of placements whose files stay until the same Destination has them at its new place */
  readonly keep: readonly string[];
  readonly unscheduled?: UnscheduledGroup;
}

/**
 * Where one group goes. A request's group has one Destination and keeps it, misplaced or not; a Promise's group goes to
 * every Destination that matches and stays where it was. Where a Destination has moved, files are written to its new
 * place first and removed from the former one after that, so that there is no time without them.
 */
export function scheduleGroup(options: ScheduleGroupOptions): GroupSchedule {
  const { work, group, destinations, placements } = options;
  const labels = resolveSelectors(group.selectors);
  const matching = destinations.filter(destination =>
    matchesDestination(labels, destination),
  );
  const usable = matching.filter(
    destination => unusableDestination(destination) === undefined,
  );
  const held = placements.filter(({ removing }) => !removing);
  const fresh = freshDestinations(options, usable, held);
  const targets = new Set([
    ...held.map(({ destination }) => destination),
    ...fresh.map(({ name }) => name),
  ]);
  if (targets.size === 0) {
    return {
      place: [],
      keep: [],
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
  const place: DesiredPlacement[] = [];
  const keep: string[] = [];
  for (const target of targets) {
    const desired = desiredPlacement(options, target, matching);
    if (!desired) continue;
    place.push(desired);
    const successor = placements.find(({ id }) => id === desired.id);
    const isThere =
      successor?.state === 'Written' &&
      successor.writtenHash === desired.desiredHash;
    for (const { id, destination, writtenHash } of held) {
      const isFormer = destination === target && id !== desired.id;
      if (isFormer && writtenHash !== undefined && !isThere) keep.push(id);
    }
  }
  return { place, keep };
}

/** A group on one Destination; undefined where that is gone and nothing of the group is there. */
function desiredPlacement(
  { owner, work, group, destinations, placements }: ScheduleGroupOptions,
  target: string,
  matching: readonly DestinationFacts[],
): DesiredPlacement | undefined {
  const destination = destinations.find(({ name }) => name === target);
  const path =
    destination &&
    placementPath({
      owner,
      destination,
      pipeline: work.pipeline,
      groupId: group.id,
    });
  // Of a Destination that takes nothing for now it is not known where it will be.
  const isMoving =
    destination && unusableDestination(destination) === undefined;
  const present = placements
    .filter(
      placement =>
        placement.destination === target &&
        (!isMoving ||
          (placement.path === path &&
            placement.stateStoreKind === destination.stateStoreKind &&
            placement.stateStoreName === destination.stateStoreName)),
    )
    .sort((a, b) => Number(a.removing) - Number(b.removing))[0];
  if (!present && (!destination || path === undefined)) return undefined;
  return {
    ...(present ? { id: present.id } : {}),
    name: present?.name ?? placementName(work.name, target, group.id),
    workId: work.id,
    pipeline: work.pipeline,
    groupId: group.id,
    directory: group.directory,
    destination: target,
    stateStoreKind: present?.stateStoreKind ?? destination!.stateStoreKind,
    stateStoreName: present?.stateStoreName ?? destination!.stateStoreName,
    path: present?.path ?? path!,
    desired: group.workloads,
    desiredHash: hashDesired(group.workloads),
    misplaced: !matching.some(({ name }) => name === target),
    generation: work.generation,
  };
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
