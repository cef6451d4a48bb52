import { NotFoundError } from '@backstage/errors';
import {
  getPromiseApi,
  hasErrors,
  type PromiseApi,
} from '@promissory/plugin-promises-common';
import type { Knex } from 'knex';
import { ulid } from 'ulid';
import type { RegisterPromiseOptions } from '../../../platform/types';
import { enqueueWork } from '../../../queue';
import { checkApiChange } from '../../../registry/checkApiChange';
import { decideOwnership } from '../../../registry/decideOwnership';
import { decidePromiseState } from '../../../registry/decidePromiseState';
import { cardColumn, findingsColumn, requiredPromisesColumn } from '../../json';
import type { DefinitionRow, PromiseRow } from '../../rows/rows';
import { runInTransaction } from '../../transactions';
import { changedColumns } from '../registry/changedColumns';
import { lockRegistry } from '../registry/lockRegistry';
import { enqueueCompoundRequests } from '../requests/enqueueCompoundRequests';
import { adoptRevision } from './adoptRevision';
import { appendPromiseEvent } from './appendPromiseEvent';
import { countLiveRequests } from './countLiveRequests';
import { enqueueDependents } from './enqueueDependents';
import { restoreRequests } from './restoreRequests';
import { listHolders } from './listHolders';
import { promiseApiOf } from './promiseApiOf';

/** A Promise of the catalog for a platform. */
export interface UpsertPromiseOptions {
  readonly platform: string;
  readonly promise: RegisterPromiseOptions;
  readonly now: Date;
}

/** What became of it. `unchanged` wrote nothing. */
export interface UpsertPromiseResult {
  readonly promiseId: string;
  readonly outcome: 'registered' | 'changed' | 'unchanged';
  readonly state: string;
}

/**
 * Makes the Promise of an entity what the catalog says: the first that offers a name and an API holds them, each distinct
 * definition of one that holds them is a revision. A definition that is untrusted, invalid or refused is not adopted:
 * what was adopted before stays, with the findings of the new one beside it.
 *
 * Its definition must be kept already; a NotFoundError where it is not.
 */
export async function upsertPromise(
  knex: Knex,
  options: UpsertPromiseOptions,
): Promise<UpsertPromiseResult> {
  return runInTransaction(knex, async transaction => {
    await lockRegistry(transaction);
    await requireDefinition(transaction, options.promise.definitionSha256);
    const row = await transaction<PromiseRow>('promises')
      .where({
        platform: options.platform,
        entity_ref: options.promise.entityRef,
      })
      .first();
    const verdict = await judge(transaction, options, row);
    if (verdict.yielding.length > 0) {
      await transaction<PromiseRow>('promises')
        .whereIn('id', [...verdict.yielding])
        .update({ holds_name: false });
    }
    return write(transaction, { ...options, row, verdict });
  });
}

interface Verdict {
  readonly columns: Omit<
    PromiseRow,
    'id' | 'platform' | 'created_at' | 'updated_at' | Adopted
  >;
  readonly adopt: boolean;
  readonly api: PromiseApi | undefined;
  readonly yielding: readonly string[];
}

/** Columns that come with an adopted definition only. */
type Adopted =
  | 'api_group'
  | 'api_version'
  | 'api_kind'
  | 'api_plural'
  | 'current_revision_id'
  | 'required_promises';

/** Columns that decide whether documents are requests of a Promise, and what becomes of them. */
const FOR_CHILDREN: ReadonlyArray<keyof PromiseRow> = [
  'name',
  'holds_name',
  'state',
  'api_group',
  'api_kind',
  'current_revision_id',
];

async function requireDefinition(
  transaction: Knex.Transaction,
  sha256: string,
): Promise<void> {
  const kept = await transaction<DefinitionRow>('definitions')
    .where({ sha256 })
    .first('sha256');
  if (!kept) {
    throw new NotFoundError(
      `Definition ${sha256} is not kept here: put it before the Promise that names it`,
    );
  }
}

async function judge(
  transaction: Knex.Transaction,
  { platform, promise }: UpsertPromiseOptions,
  row: PromiseRow | undefined,
): Promise<Verdict> {
  const { definition, entityRef, location, trusted } = promise;
  const { name } = definition.metadata;
  const api = getPromiseApi(definition);
  const held = Boolean(row?.holds_name);
  const counts = held
    ? await countLiveRequests(transaction, { promiseIds: [row!.id] })
    : undefined;
  const findings = [
    ...promise.findings,
    ...checkApiChange({
      before: row && promiseApiOf(row),
      after: api,
      liveRequests: counts?.get(row!.id) ?? 0,
    }),
  ];
  const eligible = trusted && !hasErrors(findings);
  const ownership = decideOwnership({
    eligible,
    held,
    holders: await listHolders(transaction, { platform, entityRef, name, api }),
  });
  const state = decidePromiseState({
    name,
    trusted,
    location,
    findings,
    refusedBy: ownership.refusedBy,
    recorded: row,
  });
  return {
    api,
    adopt: eligible && !ownership.refusedBy,
    yielding: ownership.yielding,
    columns: {
      name,
      entity_ref: entityRef,
      owner_ref: promise.ownerRef ?? null,
      location: location ?? null,
      holds_name: ownership.holds,
      state: state.state,
      reason: state.reason,
      message: state.message,
      card: cardColumn.print(promise.card),
      findings: findingsColumn.print(findings),
      withdrawn_at: null,
    },
  };
}

async function write(
  transaction: Knex.Transaction,
  options: UpsertPromiseOptions & {
    readonly row: PromiseRow | undefined;
    readonly verdict: Verdict;
  },
): Promise<UpsertPromiseResult> {
  const { now, platform, verdict } = options;
  const { state } = verdict.columns;
  const row = options.row ?? (await insert(transaction, options));
  const wanted = verdict.adopt
    ? { ...verdict.columns, ...(await adopted(transaction, row.id, options)) }
    : verdict.columns;
  const changes = changedColumns<PromiseRow>(row, wanted);
  if (options.row && Object.keys(changes).length === 0) {
    return { promiseId: row.id, outcome: 'unchanged', state };
  }
  const current = { ...row, ...changes, updated_at: now.toISOString() };
  await transaction<PromiseRow>('promises')
    .where({ id: row.id })
    .update({ ...changes, updated_at: current.updated_at });
  await enqueueWork(transaction, {
    kind: 'promise',
    key: row.id,
    anew: true,
  });
  if ('current_revision_id' in changes) {
    await restoreRequests(transaction, { promiseId: row.id });
  }
  await enqueueDependents(transaction, { platform, name: row.name });
  if (!options.row || FOR_CHILDREN.some(column => column in changes)) {
    await enqueueCompoundRequests(transaction, { platform });
  }
  await appendPromiseEvent(transaction, {
    type: options.row ? 'PromiseChanged' : 'PromiseRegistered',
    row: current,
  });
  return {
    promiseId: row.id,
    outcome: options.row ? 'changed' : 'registered',
    state,
  };
}

async function insert(
  transaction: Knex.Transaction,
  { platform, now, verdict }: UpsertPromiseOptions & { verdict: Verdict },
): Promise<PromiseRow> {
  const row: PromiseRow = {
    ...verdict.columns,
    id: ulid(now.getTime()),
    platform,
    api_group: null,
    api_version: null,
    api_kind: null,
    api_plural: null,
    current_revision_id: null,
    required_promises: requiredPromisesColumn.print([]),
    created_at: now.toISOString(),
    updated_at: now.toISOString(),
  };
  await transaction<PromiseRow>('promises').insert(row);
  return row;
}

async function adopted(
  transaction: Knex.Transaction,
  promiseId: string,
  { now, promise, verdict }: UpsertPromiseOptions & { verdict: Verdict },
): Promise<Pick<PromiseRow, Adopted>> {
  const { api } = verdict;
  const { definition, definitionSha256 } = promise;
  return {
    api_group: api?.group ?? null,
    api_version: api?.version ?? null,
    api_kind: api?.kind ?? null,
    api_plural: api?.plural ?? null,
    required_promises: requiredPromisesColumn.print(
      (definition.spec.requiredPromises ?? []).map(({ name, version }) => ({
        name,
        ...(version ? { version } : {}),
      })),
    ),
    current_revision_id: await adoptRevision(transaction, {
      promiseId,
      definitionSha256,
      definition,
      now,
    }),
  };
}
