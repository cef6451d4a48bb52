import { NotFoundError } from '@backstage/errors';
import type { ResourceRequest } from '@promissory/plugin-promises-common';
import {
  type ApplyRequestResult,
  getRequest,
} from '@promissory/plugin-promises-engine';
import { audited, type AuditedAction } from '../../audit/audited';
import { parseIfMatch } from '../../http/entityTags';
import type { RouteContext } from '../RouteContext';
import { admitOrder, type OrderAsSent } from './admitOrder';

/** An order or a change, and on which conditions. */
export interface PlaceOrderOptions extends OrderAsSent {
  /** The HTTP request, for the audit log alone. */
  readonly request: AuditedAction['request'];
  /** Value of If-Match, without quotes. */
  readonly ifMatch?: string;
  readonly mustBeNew?: boolean;
}

/** The request as it is stored, and what the order did. */
export interface PlacedOrder {
  readonly outcome: ApplyRequestResult['outcome'];
  readonly stored: ResourceRequest;
}

/** Admits an order and hands it over to the platform. */
export async function placeOrder(
  context: RouteContext,
  options: PlaceOrderOptions,
): Promise<PlacedOrder> {
  const { ifMatch, mustBeNew } = options;
  const { existing, order } = await admitOrder(context, options);
  const { promiseName: promise, namespace, name } = order;
  const result = await audited(
    context.auditor,
    {
      eventId: existing ? 'request-change' : 'request-order',
      request: options.request,
      meta: { promise, namespace, name },
    },
    () =>
      context.platform.apply({
        ...order,
        ifMatch:
          ifMatch === '*' ? parseIfMatch(existing?.etag) ?? '*' : ifMatch,
        mustBeNew,
      }),
  );
  const stored = await getRequest(context.knex, { uid: result.uid });
  if (!stored) {
    throw new NotFoundError(`The request ${result.uid} is gone already`);
  }
  return { outcome: result.outcome, stored };
}
