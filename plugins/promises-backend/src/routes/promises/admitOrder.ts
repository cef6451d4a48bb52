import { ConflictError } from '@backstage/errors';
import type {
  RequestBody,
  ResourceRequest,
} from '@promissory/plugin-promises-common';
import {
  admitSpec,
  type ApplyRequestOptions,
  checkName,
  checkNamespace,
  findRequest,
  type PromiseRecord,
} from '@promissory/plugin-promises-engine';
import { authorizeRequest } from '../../admission/authorizeRequest';
import {
  whyNotChangeable,
  whyNotOrderable,
} from '../../admission/decideOrderable';
import { refuseErrors } from '../../admission/refuseErrors';
import type { Caller } from '../../caller/Caller';
import type { CallerRights } from '../../permissions/CallerRights';
import type { RouteContext } from '../RouteContext';
import { loadPromise } from './promiseAccess';

/** An order or a change as somebody sent it. */
export interface OrderAsSent {
  readonly caller: Caller;
  /** Decided for `promisePermissions` and `requestPermissions`. */
  readonly rights: CallerRights;
  readonly promiseName: string;
  readonly namespace: string;
  readonly name: string;
  readonly body: RequestBody;
}

/** An order or a change that may be placed. */
export interface AdmittedOrder {
  /** The request that is changed. */
  readonly existing?: ResourceRequest;
  readonly order: ApplyRequestOptions;
}

/** Authorises, checks the Promise, prunes, defaults and validates; what is not to be placed is refused by an error. */
export async function admitOrder(
  context: RouteContext,
  options: OrderAsSent,
): Promise<AdmittedOrder> {
  const { caller, rights, namespace, name, body } = options;
  refuseErrors([...checkNamespace(namespace), ...checkName(name)]);
  const promise = await loadPromise(context, rights, options.promiseName);
  const existing = await findRequest(context.knex, {
    platform: context.platform.name,
    promiseName: promise.row.name,
    namespace,
    name,
  });
  const ownerRef = authorizeRequest({
    rules: context.config.namespaces,
    caller,
    rights,
    promiseName: promise.row.name,
    existing,
    namespace,
    wanted: body.owner,
  });
  const compiled = checkPromise(context, promise, existing !== undefined);
  const verdict = admitSpec({
    compiled: compiled.api,
    namespace,
    name,
    body,
    oldSpec: existing?.spec,
  });
  refuseErrors(verdict.errors);
  const { metadata, comment } = body;
  return {
    existing,
    order: {
      promiseName: promise.row.name,
      namespace,
      name,
      // What a change leaves out stays as it was.
      labels: metadata?.labels ?? existing?.labels ?? {},
      annotations: metadata?.annotations ?? existing?.annotations ?? {},
      spec: verdict.spec,
      promiseRevisionId: compiled.revisionId,
      ownerRef,
      comment,
      actor: caller.actor,
    },
  };
}

/** The schema and revision that a request is judged by, of a Promise that takes it. */
function checkPromise(
  { definitions }: RouteContext,
  { row, detail, current }: PromiseRecord,
  isChange: boolean,
) {
  const question = {
    name: row.name,
    availability: detail.availability,
    hasApi: detail.api !== undefined,
    runner: current
      ? definitions.runner(current.definitionSha256, current.definition)
      : { available: true },
  };
  const reason = isChange
    ? whyNotChangeable(question)
    : whyNotOrderable(question);
  const api =
    current && !reason
      ? definitions.compile(current.definitionSha256, current.definition)
      : undefined;
  if (!api || !current) {
    throw new ConflictError(
      reason ??
        `The Promise ${row.name} offers no API, so nothing can be ordered of it`,
    );
  }
  return { api, revisionId: current.revisionId };
}
