import { ConflictError, NotFoundError } from '@backstage/errors';
import {
  type RequestBody,
  type ResourceRequest,
} from '@promissory/plugin-promises-common';
import {
  admitSpec,
  type ApplyRequestResult,
  checkName,
  checkNamespace,
  findRequest,
  getRequest,
  type PromiseRecord,
} from '@promissory/plugin-promises-engine';
import { authorizeRequest } from '../../admission/authorizeRequest';
import {
  whyNotChangeable,
  whyNotOrderable,
} from '../../admission/decideOrderable';
import { refuseErrors } from '../../admission/refuseErrors';
import { audited, type AuditedAction } from '../../audit/audited';
import type { Caller } from '../../caller/Caller';
import { parseIfMatch } from '../../http/entityTags';
import type { CallerRights } from '../../permissions/CallerRights';
import type { RouteContext } from '../RouteContext';
import { loadPromise } from './promiseAccess';

/** An order or a change as somebody sent it. */
export interface PlaceOrderOptions {
  /** The HTTP request, for the audit log alone. */
  readonly request: AuditedAction['request'];
  readonly caller: Caller;
  /** Decided for `promisePermissions` and `requestPermissions`. */
  readonly rights: CallerRights;
  readonly promiseName: string;
  readonly namespace: string;
  readonly name: string;
  readonly body: RequestBody;
  /** Value of If-Match, without quotes. */
  readonly ifMatch?: string;
  readonly mustBeNew?: boolean;
}

/** The request as it is stored, and what the order did. */
export interface PlacedOrder {
  readonly outcome: ApplyRequestResult['outcome'];
  readonly stored: ResourceRequest;
}

/** Authorises, checks the Promise, prunes, defaults, validates and hands over to the platform. */
export async function placeOrder(
  context: RouteContext,
  options: PlaceOrderOptions,
): Promise<PlacedOrder> {
  const { caller, rights, namespace, name, body, ifMatch } = options;
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
  const result = await audited(
    context.auditor,
    {
      eventId: existing ? 'request-change' : 'request-order',
      request: options.request,
      meta: { promise: promise.row.name, namespace, name },
    },
    () =>
      context.platform.apply({
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
        ifMatch:
          ifMatch === '*' ? parseIfMatch(existing?.etag) ?? '*' : ifMatch,
        mustBeNew: options.mustBeNew,
      }),
  );
  const stored = await getRequest(context.knex, { uid: result.uid });
  if (!stored) {
    throw new NotFoundError(`The request ${result.uid} is gone already`);
  }
  return { outcome: result.outcome, stored };
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
