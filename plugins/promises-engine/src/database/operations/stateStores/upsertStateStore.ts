import type { Knex } from 'knex';
import type { RegisterStateStoreOptions } from '../../../platform/types';
import { decideGivenState } from '../../../registry/decideGivenState';
import { findingsColumn, objectColumn } from '../../json';
import { enqueueOwners } from '../../../delivery/placement/enqueueOwners';
import type { PlacementRow, StateStoreRow } from '../../rows/rows';
import { runInTransaction } from '../../transactions';
import { assertSameEntity } from '../registry/assertSameEntity';
import { changedColumns } from '../registry/changedColumns';
import { lockRegistry } from '../registry/lockRegistry';
import { announceStateStore } from './announceStateStore';

/** A state store of the catalog for a platform. */
export interface UpsertStateStoreOptions {
  readonly platform: string;
  readonly stateStore: RegisterStateStoreOptions;
  readonly now: Date;
}

/**
 * Makes the state store of an entity what the catalog says. The same again writes nothing. A ConflictError where another
 * entity has its kind and name.
 */
export async function upsertStateStore(
  knex: Knex,
  options: UpsertStateStoreOptions,
): Promise<{ readonly outcome: 'registered' | 'changed' | 'unchanged' }> {
  const { platform, stateStore, now } = options;
  const { kind, metadata } = stateStore.definition;
  const { name } = metadata;
  return runInTransaction(knex, async transaction => {
    await lockRegistry(transaction);
    const row = await transaction<StateStoreRow>('state_stores')
      .where({ platform, kind, name })
      .first();
    assertSameEntity(row, { subject: `${kind} ${name}`, ...stateStore });
    const wanted = describe(options, row);
    if (!row) {
      const at = now.toISOString();
      const inserted = {
        ...wanted,
        checked_at: null,
        created_at: at,
        updated_at: at,
      };
      await transaction<StateStoreRow>('state_stores').insert(inserted);
      await announceStateStore(transaction, inserted);
      return { outcome: 'registered' };
    }
    const changes = changedColumns<StateStoreRow>(row, wanted);
    if (Object.keys(changes).length === 0) {
      return { outcome: 'unchanged' };
    }
    const updated = { ...changes, updated_at: now.toISOString() };
    await transaction<StateStoreRow>('state_stores')
      .where({ platform, kind, name })
      .update(updated);
    if (changes.spec !== undefined) {
      await enqueuePlaced(transaction, row);
    }
    await announceStateStore(transaction, { ...row, ...updated });
    return { outcome: 'changed' };
  });
}

/** With the store's path the place of everything changes that is in it. */
async function enqueuePlaced(
  transaction: Knex.Transaction,
  { platform, kind, name }: StateStoreRow,
): Promise<void> {
  const placements: PlacementRow[] = await transaction<PlacementRow>(
    'placements',
  )
    .where({ platform, state_store_kind: kind, state_store_name: name })
    .select('request_uid', 'promise_id');
  await enqueueOwners(transaction, placements);
}

const FOUND_OUT: readonly string[] = ['Unknown', 'Ready', 'NotReady'];

const unknown = {
  state: 'Unknown',
  reason: 'NotChecked',
  message: 'State store is not checked yet',
};

function describe(
  { platform, stateStore }: UpsertStateStoreOptions,
  row: StateStoreRow | undefined,
): Omit<StateStoreRow, 'checked_at' | 'created_at' | 'updated_at'> {
  const { definition, entityRef, findings, trusted } = stateStore;
  const { kind, metadata } = definition;
  const spec = objectColumn.print({ ...definition.spec });
  const given = decideGivenState({
    subject: `${kind} ${metadata.name}`,
    trusted,
    findings,
  });
  // What was found out of another spec says nothing of this one.
  const known =
    row && row.spec === spec && FOUND_OUT.includes(row.state) ? row : unknown;
  const { state, reason, message } = given ?? known;
  return {
    platform,
    kind,
    name: metadata.name,
    entity_ref: entityRef,
    spec,
    state,
    reason,
    message,
    findings: findingsColumn.print([...findings]),
  };
}
