import { useCallback, useRef, useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import type {
  FieldError,
  RequestBody,
  ResourceRequest,
} from '@promissory/plugin-promises-common';
import {
  describeError,
  promisesApiRef,
  statusOf,
} from '@promissory/plugin-promises-react';
import type { OrderDraft } from './OrderDraft';

/** How an attempt to order ended. */
export type SendOutcome =
  | { readonly kind: 'sent'; readonly request: ResourceRequest }
  | { readonly kind: 'refused'; readonly errors: readonly FieldError[] }
  | { readonly kind: 'failed'; readonly error: unknown }
  /** An earlier attempt is still on its way. */
  | { readonly kind: 'busy' };

/** Sends an order or a change, once however often it is pressed. */
export function useSendOrder(options: {
  readonly promise: string;
  /** Of the request that is changed. */
  readonly etag?: string;
}) {
  const { promise, etag } = options;
  const api = useApi(promisesApiRef);
  const isBusy = useRef(false);
  /**
   * Set when an answer was lost: the order may be there. The same body again is then welcome, and answers the same,
   * where "must be new" would refuse the person's own order.
   */
  const wasLost = useRef(false);
  const [isSending, setSending] = useState(false);

  const send = useCallback(
    async (draft: OrderDraft): Promise<SendOutcome> => {
      if (isBusy.current) {
        return { kind: 'busy' };
      }
      isBusy.current = true;
      setSending(true);
      try {
        const request = await api.putRequest({
          promise,
          namespace: draft.namespace,
          name: draft.name,
          body: bodyOf(draft),
          ...(etag ? { ifMatch: etag } : { mustBeNew: !wasLost.current }),
        });
        return { kind: 'sent', request };
      } catch (error) {
        wasLost.current = statusOf(error) === undefined;
        return outcomeOf(error);
      } finally {
        isBusy.current = false;
        setSending(false);
      }
    },
    [api, promise, etag],
  );
  return { send, isSending };
}

/** The body of the request that a draft becomes. */
export function bodyOf(draft: OrderDraft): RequestBody {
  return {
    spec: draft.spec,
    ...(draft.owner ? { owner: draft.owner } : {}),
    ...(draft.comment ? { comment: draft.comment } : {}),
  };
}

function outcomeOf(error: unknown): SendOutcome {
  const { errors } = describeError(error);
  return errors.length > 0
    ? { kind: 'refused', errors }
    : { kind: 'failed', error };
}
