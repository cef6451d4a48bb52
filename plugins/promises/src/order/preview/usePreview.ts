import { useApi } from '@backstage/core-plugin-api';
import type { Preview } from '@promissory/plugin-promises-common';
import { promisesApiRef } from '@promissory/plugin-promises-react';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import type { OrderDraft } from '../OrderDraft';
import { useSameWhileEqual } from '../useSameWhileEqual';
import { bodyOf } from '../useSendOrder';

/** What a draft would bring; a comment makes no difference to it. */
export function usePreview(promise: string, draft: OrderDraft) {
  const api = useApi(promisesApiRef);
  const { comment, ...body } = bodyOf(draft);
  const order = useSameWhileEqual({
    ...body,
    namespace: draft.namespace,
    name: draft.name,
  });
  return useAsyncRetry<Preview>(
    () => api.previewRequest(promise, order),
    [api, promise, order],
  );
}
