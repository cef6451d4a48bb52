import {
  AuthorizeResult,
  type BasicPermission,
  type PermissionCriteria,
  type PolicyDecision,
  type ResourcePermission,
} from '@backstage/plugin-permission-common';
import {
  promiseReadPermission,
  type RESOURCE_TYPE_REQUEST,
} from '@promissory/plugin-promises-common';
import type {
  PromiseFilter,
  PromiseResource,
  RequestFilter,
  RequestResource,
} from '@promissory/plugin-promises-node';

/** A permission that is decided on a request. */
export type RequestPermission = ResourcePermission<
  typeof RESOURCE_TYPE_REQUEST
>;

/** What a decision leaves of a list: everything, nothing, or what meets the criteria. */
export type Readable<TFilter> =
  | 'everything'
  | 'nothing'
  | PermissionCriteria<TFilter>;

/** How decisions are judged, from the rules that are registered. */
export interface RightsJudge {
  readonly promise: (
    decision: PolicyDecision,
    resource: PromiseResource,
  ) => boolean;
  readonly request: (
    decision: PolicyDecision,
    resource: RequestResource,
  ) => boolean;
  readonly promiseCriteria: (
    decision: PolicyDecision,
  ) => Readable<PromiseFilter>;
  readonly requestCriteria: (
    decision: PolicyDecision,
  ) => Readable<RequestFilter>;
}

/** What one caller may do, decided once by the permission policy and then judged in memory as often as needed. */
export class CallerRights {
  readonly #decisions: ReadonlyMap<string, PolicyDecision>;
  readonly #judge: RightsJudge;

  static create(
    decisions: ReadonlyMap<string, PolicyDecision>,
    judge: RightsJudge,
  ): CallerRights {
    return new CallerRights(decisions, judge);
  }

  private constructor(
    decisions: ReadonlyMap<string, PolicyDecision>,
    judge: RightsJudge,
  ) {
    this.#decisions = decisions;
    this.#judge = judge;
  }

  /** Whether nothing at all is allowed by the permission, whatever it is about. */
  denies(permission: RequestPermission): boolean {
    return this.#decision(permission.name).result === AuthorizeResult.DENY;
  }

  mayReadPromise(resource: PromiseResource): boolean {
    return this.#judge.promise(
      this.#decision(promiseReadPermission.name),
      resource,
    );
  }

  may(permission: RequestPermission, resource: RequestResource): boolean {
    return this.#judge.request(this.#decision(permission.name), resource);
  }

  mayGenerally(permission: BasicPermission): boolean {
    return this.#decision(permission.name).result === AuthorizeResult.ALLOW;
  }

  readablePromises(): Readable<PromiseFilter> {
    return this.#judge.promiseCriteria(
      this.#decision(promiseReadPermission.name),
    );
  }

  readable(permission: RequestPermission): Readable<RequestFilter> {
    return this.#judge.requestCriteria(this.#decision(permission.name));
  }

  /** A permission that was not asked for is a mistake of ours, and never an allowance. */
  #decision(name: string): PolicyDecision {
    const decision = this.#decisions.get(name);
    if (!decision) throw new Error(`The permission ${name} was not decided`);
    return decision;
  }
}
