import { ConflictError, ResponseError } from '@backstage/errors';
import {
  ANNOTATION_ORDER_KEY,
  type RequestBody,
  type ResourceRequest,
} from '@promissory/plugin-promises-common';
import { findRequests, type RequestAddress } from '../requests/findRequests';
import type { PromisesSession } from '../session/PromisesSession';

/** An order of a step. */
export interface Order {
  readonly address: RequestAddress;
  readonly body: RequestBody;
  /** Kept with the request; see orderKey. */
  readonly key: string;
}

/** The order of this step, and whether an earlier run of it placed it. */
export interface PlacedOrder {
  readonly request: ResourceRequest;
  readonly repeated: boolean;
}

/**
 * Places an order once for its key, however often it is called and from wherever: the platform lets only one request
 * have a name, and the key tells this step's own from somebody else's. What was placed before is left as it is by now.
 */
export async function placeOrder(
  session: PromisesSession,
  order: Order,
): Promise<PlacedOrder> {
  const before = await findOwn(session, order);
  if (before) return { request: before, repeated: true };
  try {
    const request = await session.call((api, call) =>
      api.putRequest(
        { ...order.address, body: withKey(order), mustBeNew: true },
        call,
      ),
    );
    return { request, repeated: false };
  } catch (error) {
    if (!(error instanceof ResponseError) || error.statusCode !== 409) {
      throw error;
    }
    // Two workers may run the same step for a moment: the other one's order is this one's too.
    const other = await findOwn(session, order);
    if (!other) throw error;
    return { request: other, repeated: true };
  }
}

async function findOwn(
  session: PromisesSession,
  { address, key }: Order,
): Promise<ResourceRequest | undefined> {
  const found = await findRequests(session, address, { deleted: true });
  const own = found.find(
    ({ annotations }) => annotations[ANNOTATION_ORDER_KEY] === key,
  );
  if (own?.state.name === 'Deleted') {
    throw new ConflictError(
      `The request ${address.namespace}/${address.name} that this step placed was deleted since, and is not placed again; run the template anew to order it again`,
    );
  }
  return own;
}

function withKey({ body, key }: Order): RequestBody {
  return {
    ...body,
    metadata: {
      ...body.metadata,
      annotations: {
        ...body.metadata?.annotations,
        [ANNOTATION_ORDER_KEY]: key,
      },
    },
  };
}
