import type { Placement } from '@promissory/plugin-promises-common';
import type { Knex } from 'knex';
import { desiredColumn, groupsColumn } from '../../database/json';
import type { PlacementRow, WorkRow } from '../../database/rows/rows';
import { withoutAbsent } from '../withoutAbsent';

/** Placements of a request by Destination and directory; then the groups that have no place yet, as Unscheduled. */
export async function listPlacements(
  knex: Knex,
  options: { readonly requestUid: string },
): Promise<Placement[]> {
  const of = { request_uid: options.requestUid };
  const rows = await knex<PlacementRow>('placements')
    .where(of)
    .orderBy(['destination', 'pipeline', 'directory', 'id']);
  const works = await knex<WorkRow>('works').where(of).orderBy('pipeline');
  return [
    ...rows.map(toPlacement),
    ...works.flatMap(work => unscheduled(work, rows)),
  ];
}

function toPlacement(row: PlacementRow): Placement {
  return withoutAbsent({
    id: row.id,
    destination: row.destination,
    pipeline: row.pipeline,
    directory: row.directory,
    path: row.path,
    state: toState(row),
    reason: row.reason ?? undefined,
    message: row.message ?? undefined,
    commit: row.version_id ?? undefined,
    files: desiredColumn.parse(row.desired).length,
    writtenAt: row.written_at ?? undefined,
    nextTryAt: row.next_try_at ?? undefined,
  });
}

/** Misplaced is what stays where it was, but would not be put there now. */
function toState(row: PlacementRow): Placement['state'] {
  return row.misplaced && !row.removing && row.state === 'Written'
    ? 'Misplaced'
    : (row.state as Placement['state']);
}

function unscheduled(
  work: WorkRow,
  placements: readonly PlacementRow[],
): Placement[] {
  const placed = new Set(
    placements
      .filter(({ work_id: id }) => id === work.id)
      .map(({ group_id: id }) => id),
  );
  return groupsColumn
    .parse(work.groups)
    .filter(({ id }) => !placed.has(id))
    .map(group => ({
      id: `${work.id}-${group.id}`,
      destination: '',
      pipeline: work.pipeline,
      directory: group.directory,
      state: 'Unscheduled' as const,
      reason: 'NoMatchingDestination',
      message: `No Destination matches ${describeSelectors(group.selectors)}`,
      files: group.workloads.length,
    }));
}

function describeSelectors(
  selectors: ReadonlyArray<{
    readonly matchLabels: Readonly<Record<string, string>>;
  }>,
): string {
  const labels = selectors.flatMap(({ matchLabels }) =>
    Object.entries(matchLabels).map(([key, value]) => `${key}=${value}`),
  );
  return labels.length > 0 ? [...new Set(labels)].join(', ') : 'it';
}
