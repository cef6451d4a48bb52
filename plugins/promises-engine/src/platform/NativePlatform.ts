import {
  ConflictError,
  NotFoundError,
  NotImplementedError,
} from '@backstage/errors';
import type { RequestVerb } from '@promissory/plugin-promises-common';
import type { Knex } from 'knex';
import { lockRequest } from '../database/operations/requests/lockRequest';
import type { ChildRules } from '../children/ChildRules';
import type { RevisionCache } from '../database/operations/promises/readRevisions';
import { readRequestFacts } from '../database/operations/requests/readRequestFacts';
import { readRequestRow } from '../database/operations/requests/readRequestRow';
import type { RequestRow } from '../database/rows/rows';
import { isUniqueViolation } from '../database/transactions/isUniqueViolation';
import { runInTransaction } from '../database/transactions';
import type { NewEvent } from '../events/types';
import { inSpan } from '../observe/inSpan';
import { activeTraceparent } from '../observe/traceContext';
import { finishTransaction } from '../perform/finishTransaction';
import { refreshRequestState } from '../perform/refreshRequestState';
import { requestScope } from '../perform/requestScope';
import { restoreWork } from '../queue';
import { applyRequest } from './applyRequest';
import { decideVerb } from './decideVerb';
import { PreconditionFailedError } from './PreconditionFailedError';
import { requestDeletion } from './requestDeletion';
import { retryPlacements } from './retryPlacements';
import type {
  Actor,
  ApplyRequestOptions,
  ApplyRequestResult,
  Platform,
} from './types';

/** What the native platform is made of. */
export interface NativePlatformOptions {
  readonly knex: Knex;
  readonly name: string;
  readonly revisions: RevisionCache;
  readonly children: ChildRules;
  /** Requests that a namespace may have; any number unless given. */
  readonly requestsPerNamespace?: number;
  readonly now: () => Date;
}

/**
 * Requests that are fulfilled in the backend itself. A command is one transaction: rows, the state that follows, an
 * event, and an entry in the queue that has the engine look.
 */
export class NativePlatform implements Platform {
  static create(options: NativePlatformOptions): NativePlatform {
    return new NativePlatform(options);
  }

  readonly name: string;
  readonly capabilities: { readonly verbs: readonly RequestVerb[] } = {
    verbs: ['retry', 'reconcile', 'pause', 'resume'],
  };
  readonly #options: NativePlatformOptions;

  private constructor(options: NativePlatformOptions) {
    this.#options = options;
    this.name = options.name;
  }

  async apply(options: ApplyRequestOptions): Promise<ApplyRequestResult> {
    const attributes = {
      'promises.promise': options.promiseName,
      'promises.request.name': `${options.namespace}/${options.name}`,
    };
    return inSpan('promises.apply', { attributes }, async span => {
      const applied = await this.#applyAgain(options);
      span.setAttribute('promises.request.uid', applied.uid);
      return applied;
    });
  }

  /** Asking again is the same as asking once. */
  async delete(options: {
    readonly uid: string;
    readonly actor: Actor;
    readonly ifMatch?: string;
  }): Promise<void> {
    const { uid, actor, ifMatch } = options;
    const attributes = { 'promises.request.uid': uid };
    await this.#traced('promises.delete', attributes, async transaction => {
      const row = await this.#lock(transaction, uid);
      if (row.delete_requested_at) return;
      if (ifMatch !== undefined && ifMatch !== String(row.row_version)) {
        throw new PreconditionFailedError(
          `Request ${row.namespace}/${row.name} was changed in the meantime; read it again before you delete it`,
        );
      }
      const event = await requestDeletion(transaction, {
        row,
        actor,
        now: this.#options.now(),
      });
      await this.#finish(transaction, uid, event, { wake: true });
    });
  }

  async act(options: {
    readonly uid: string;
    readonly verb: RequestVerb;
    readonly actor: Actor;
  }): Promise<void> {
    const { uid, verb, actor } = options;
    if (!this.capabilities.verbs.includes(verb)) {
      throw new NotImplementedError(
        `Platform ${
          this.name
        } does not know the verb ${verb}; it knows ${this.capabilities.verbs.join(
          ', ',
        )}`,
      );
    }
    const attributes = {
      'promises.request.uid': uid,
      'promises.verb': verb,
    };
    await this.#traced('promises.act', attributes, async transaction => {
      const row = await this.#lock(transaction, uid);
      const request = readRequestFacts(
        (await readRequestRow(transaction, uid)) ?? row,
      );
      const change = decideVerb(verb, request);
      const now = this.#options.now().toISOString();
      await transaction<RequestRow>('requests')
        .where({ uid })
        .update({
          ...change.columns,
          trace: activeTraceparent() ?? null,
          ...(change.columns.wanted_trigger ? { wanted_by: actor.ref } : {}),
          updated_at: now,
        });
      const enqueue =
        verb === 'retry' ? await retryPlacements(transaction, uid) : [];
      await this.#finish(
        transaction,
        uid,
        {
          ...requestScope(request),
          type: 'RequestActionRequested',
          actor: actor.ref,
          payload: { name: row.name, verb, origin: actor.origin },
        },
        { wake: true, enqueue },
      );
    });
  }

  #traced(
    name: string,
    attributes: Record<string, string>,
    change: (transaction: Knex.Transaction) => Promise<void>,
  ): Promise<void> {
    const { knex } = this.#options;
    return inSpan(name, { attributes }, () => runInTransaction(knex, change));
  }

  async #applyAgain(options: ApplyRequestOptions): Promise<ApplyRequestResult> {
    try {
      return await this.#apply(options);
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
      // Another order for the name was committed first: it is judged against that one.
      return this.#apply(options);
    }
  }

  async #apply(options: ApplyRequestOptions): Promise<ApplyRequestResult> {
    return runInTransaction(this.#options.knex, async transaction => {
      const applied = await applyRequest(transaction, {
        platform: this.name,
        now: this.#options.now(),
        requestsPerNamespace: this.#options.requestsPerNamespace,
        request: options,
      });
      if (applied.event) {
        await this.#finish(transaction, applied.uid, applied.event, {
          wake: applied.wake,
          isNew: applied.outcome === 'created',
        });
      }
      return { uid: applied.uid, outcome: applied.outcome };
    });
  }

  async #lock(transaction: Knex.Transaction, uid: string): Promise<RequestRow> {
    const row = await lockRequest(transaction, uid);
    if (!row || row.platform !== this.name) {
      throw new NotFoundError(`There is no request ${uid}`);
    }
    if (row.deleted_at) {
      throw new ConflictError(
        `Request ${row.namespace}/${row.name} is deleted already`,
      );
    }
    return row;
  }

  async #finish(
    transaction: Knex.Transaction,
    uid: string,
    event: NewEvent,
    options: {
      readonly wake: boolean;
      readonly isNew?: boolean;
      readonly enqueue?: NonNullable<
        Parameters<typeof finishTransaction>[1]['enqueue']
      >;
    },
  ): Promise<void> {
    if (options.wake && !options.isNew) {
      // What is asked of it now may go well: its state is derived as of one that is worked on.
      await restoreWork(transaction, { kind: 'request', key: uid });
    }
    const refreshed = await refreshRequestState(transaction, {
      uid,
      revisions: this.#options.revisions,
      children: this.#options.children,
      now: this.#options.now(),
    });
    await finishTransaction(transaction, {
      enqueue: [
        ...(options.enqueue ?? []),
        ...(options.wake ? [{ kind: 'request' as const, key: uid }] : []),
        ...refreshed.enqueue,
      ],
      events: [event, ...refreshed.events],
    });
  }
}
