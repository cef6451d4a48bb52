import type { Knex } from 'knex';
import type { RegisterDestinationOptions } from '../../../platform/types';
import { decideGivenState } from '../../../registry/decideGivenState';
import { findingsColumn, objectColumn, stringMapColumn } from '../../json';
import type { DestinationRow } from '../../rows/rows';
import { runInTransaction } from '../../transactions';
import { assertSameEntity } from '../registry/assertSameEntity';
import { changedColumns } from '../registry/changedColumns';
import { lockRegistry } from '../registry/lockRegistry';
import { appendDestinationEvent } from './appendDestinationEvent';
import { enqueueDestination } from './enqueueDestination';
import { findSamePath } from './findSamePath';

/** A Destination of the catalog for a platform. */
export interface UpsertDestinationOptions {
  readonly platform: string;
  readonly destination: RegisterDestinationOptions;
  readonly now: Date;
}

/**
 * Makes the Destination of an entity what the catalog says. The same again writes nothing, and one that is being removed
 * is left to that. A ConflictError where another entity has its name.
 */
export async function upsertDestination(
  knex: Knex,
  options: UpsertDestinationOptions,
): Promise<{ readonly outcome: 'registered' | 'changed' | 'unchanged' }> {
  const { platform, destination, now } = options;
  const { name } = destination.definition.metadata;
  return runInTransaction(knex, async transaction => {
    await lockRegistry(transaction);
    const row = await transaction<DestinationRow>('destinations')
      .where({ platform, name })
      .first();
    assertSameEntity(row, { subject: `Destination ${name}`, ...destination });
    if (row?.state === 'Removing') {
      return { outcome: 'unchanged' };
    }
    const wanted = await describe(transaction, options, row);
    if (!row) {
      const at = now.toISOString();
      const inserted = {
        ...wanted,
        foreign_files: 0,
        foreign_examples: null,
        compared_at: null,
        created_at: at,
        updated_at: at,
      };
      await transaction<DestinationRow>('destinations').insert(inserted);
      await enqueueDestination(transaction, inserted);
      await appendDestinationEvent(transaction, inserted);
      return { outcome: 'registered' };
    }
    const changes = changedColumns<DestinationRow>(row, wanted);
    if (Object.keys(changes).length === 0) {
      return { outcome: 'unchanged' };
    }
    const updated = { ...changes, updated_at: now.toISOString() };
    await transaction<DestinationRow>('destinations')
      .where({ platform, name })
      .update(updated);
    if (changes.state_store_kind || changes.state_store_name) {
      // What is in the former store has to go.
      await enqueueDestination(transaction, row);
    }
    await enqueueDestination(transaction, { ...row, ...updated });
    await appendDestinationEvent(transaction, { ...row, ...updated });
    return { outcome: 'changed' };
  });
}

/** What sweeps find out. */
type Compared = 'foreign_files' | 'foreign_examples' | 'compared_at';

const notReady = {
  state: 'NotReady',
  reason: 'DestinationNotReady',
  message: 'Destination is not ready',
};

async function describe(
  transaction: Knex.Transaction,
  { platform, destination }: UpsertDestinationOptions,
  row: DestinationRow | undefined,
): Promise<Omit<DestinationRow, 'created_at' | 'updated_at' | Compared>> {
  const {
    definition,
    entityRef,
    fulfilsRequests,
    catalog = false,
    trusted,
  } = destination;
  const { metadata, spec } = definition;
  const { name } = metadata;
  const findings = [
    ...destination.findings,
    ...(trusted
      ? await findSamePath(transaction, { platform, name, spec })
      : []),
  ];
  const given = decideGivenState({
    subject: `Destination ${name}`,
    trusted,
    findings,
  });
  const { state, reason, message } = given ?? recorded(row) ?? notReady;
  return {
    platform,
    name,
    entity_ref: entityRef,
    labels: stringMapColumn.print({ ...metadata.labels }),
    spec: objectColumn.print({ ...spec }),
    fulfils_requests: fulfilsRequests,
    catalog,
    state_store_kind: spec.stateStoreRef.kind,
    state_store_name: spec.stateStoreRef.name,
    state,
    reason,
    message,
    findings: findingsColumn.print(findings),
  };
}

/** What delivery found out stands until it looks again. */
function recorded(row: DestinationRow | undefined) {
  return row?.state === 'Ready' || row?.state === 'NotReady' ? row : undefined;
}
