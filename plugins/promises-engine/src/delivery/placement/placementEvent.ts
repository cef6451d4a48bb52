import type {
  PlacementRow,
  PromiseRow,
  RequestRow,
} from '../../database/rows/rows';
import type { Knex } from 'knex';
import type { EventType, NewEvent } from '../../events';

/** A placement with what decides who may read of it. */
export type OwnedPlacement = PlacementRow & {
  readonly owner_promise_name: string | null;
  readonly owner_namespace: string | null;
  readonly owner_ref: string | null;
  readonly owner_requested_by: string | null;
};

/** Rows of placements with their owners, by id; on Postgres locked until the transaction ends. */
export async function readOwnedPlacements(
  transaction: Knex.Transaction,
  ids: readonly string[],
): Promise<OwnedPlacement[]> {
  const rows: PlacementRow[] = await transaction<PlacementRow>('placements')
    .whereIn('id', [...ids])
    .orderBy('id')
    .forUpdate();
  const requests: RequestRow[] = await transaction<RequestRow>('requests')
    .whereIn('uid', [...new Set(rows.flatMap(row => row.request_uid ?? []))])
    .select('uid', 'namespace', 'owner_ref', 'requested_by');
  const promises: PromiseRow[] = await transaction<PromiseRow>('promises')
    .whereIn('id', [...new Set(rows.map(row => row.promise_id))])
    .select('id', 'name', 'owner_ref');
  const requestOf = new Map(requests.map(row => [row.uid, row]));
  const promiseOf = new Map(promises.map(row => [row.id, row]));
  return rows.map(row => {
    const request = row.request_uid
      ? requestOf.get(row.request_uid)
      : undefined;
    const promise = promiseOf.get(row.promise_id);
    return {
      ...row,
      owner_promise_name: promise?.name ?? null,
      owner_namespace: request?.namespace ?? null,
      owner_ref: (request ?? promise)?.owner_ref ?? null,
      owner_requested_by: request?.requested_by ?? null,
    };
  });
}

/** The event of a placement. */
export function placementEvent(
  type: Extract<EventType, `Placement${string}`>,
  placement: OwnedPlacement,
  payload: Readonly<Record<string, unknown>>,
): NewEvent {
  return {
    type,
    platform: placement.platform,
    promiseName: placement.owner_promise_name ?? undefined,
    requestUid: placement.request_uid ?? undefined,
    namespace: placement.owner_namespace ?? undefined,
    ownerRef: placement.owner_ref ?? undefined,
    requestedBy: placement.owner_requested_by ?? undefined,
    destination: placement.destination,
    payload: {
      placement: placement.id,
      name: placement.name,
      pipeline: placement.pipeline,
      path: placement.path,
      generation: placement.generation,
      ...payload,
    },
  };
}
