import type { Knex } from 'knex';
import { ulid } from 'ulid';
import { hashDesired } from '../../../scheduling/hashDesired';
import type { DesiredPlacement, Schedule } from '../../../scheduling/types';
import type { PlacementRow } from '../../rows/rows';

/** Whose placements. */
export interface ApplyScheduleOptions {
  readonly platform: string;
  readonly promiseId: string;
  readonly requestUid?: string;
  readonly schedule: Schedule;
  readonly at: string;
}

/** Makes placements what they should be; delivery takes up those that are Pending or Removing. */
export async function applySchedule(
  transaction: Knex.Transaction,
  options: ApplyScheduleOptions,
): Promise<void> {
  const { schedule, at } = options;
  for (const desired of schedule.place) {
    if (desired.id) {
      await updatePlacement(transaction, desired.id, desired, at);
    } else {
      await insertPlacement(transaction, desired, options);
    }
  }
  await markRemoving(transaction, { ids: schedule.remove, at });
}

async function insertPlacement(
  transaction: Knex.Transaction,
  desired: DesiredPlacement,
  { platform, promiseId, requestUid, at }: ApplyScheduleOptions,
): Promise<void> {
  await transaction<PlacementRow>('placements').insert({
    id: ulid(),
    name: desired.name,
    platform,
    work_id: desired.workId,
    promise_id: promiseId,
    request_uid: requestUid ?? null,
    pipeline: desired.pipeline,
    group_id: desired.groupId,
    directory: desired.directory,
    destination: desired.destination,
    state_store_kind: desired.stateStoreKind,
    state_store_name: desired.stateStoreName,
    path: desired.path,
    desired: JSON.stringify(desired.desired),
    desired_hash: desired.desiredHash,
    written_hash: null,
    written: null,
    misplaced: desired.misplaced,
    removing: false,
    generation: desired.generation,
    state: 'Pending',
    reason: null,
    message: null,
    version_id: null,
    attempts: 0,
    next_try_at: null,
    written_at: null,
    created_at: at,
    updated_at: at,
  });
}

/** What is in the state store already stays Written. */
async function updatePlacement(
  transaction: Knex.Transaction,
  id: string,
  desired: DesiredPlacement,
  at: string,
): Promise<void> {
  await transaction<PlacementRow>('placements')
    .where({ id })
    .update({
      desired: JSON.stringify(desired.desired),
      desired_hash: desired.desiredHash,
      misplaced: desired.misplaced,
      generation: desired.generation,
      updated_at: at,
    });
  await transaction<PlacementRow>('placements')
    .where({ id })
    .where(changed =>
      changed
        .where('removing', true)
        .orWhereNull('written_hash')
        .orWhereNot('written_hash', desired.desiredHash),
    )
    .update({
      removing: false,
      state: 'Pending',
      reason: null,
      message: null,
      attempts: 0,
      next_try_at: null,
    });
}

/** Asks delivery to remove the files of placements. */
export async function markRemoving(
  transaction: Knex.Transaction,
  options: { readonly ids: readonly string[]; readonly at: string },
): Promise<void> {
  if (options.ids.length === 0) return;
  await transaction<PlacementRow>('placements')
    .whereIn('id', [...options.ids])
    .update({
      removing: true,
      desired: '[]',
      desired_hash: hashDesired([]),
      state: 'Removing',
      reason: null,
      message: null,
      attempts: 0,
      next_try_at: null,
      updated_at: options.at,
    });
}
