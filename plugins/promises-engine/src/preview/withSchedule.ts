import type { PlacementFacts, Schedule } from '../scheduling/types';

/** Placements as they are once a schedule is carried out and written. */
export function withSchedule(
  placements: readonly PlacementFacts[],
  schedule: Schedule,
): PlacementFacts[] {
  const placed = new Map(schedule.place.map(one => [one.id ?? one.name, one]));
  const kept = placements.filter(
    ({ id }) => !placed.has(id) && !schedule.remove.includes(id),
  );
  const written = [...placed].map(
    ([id, { id: _, pipeline: __, directory: ___, ...desired }]) => ({
      ...desired,
      id,
      removing: false,
      state: 'Written',
    }),
  );
  return [...kept, ...written];
}
