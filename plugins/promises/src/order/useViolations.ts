import { useMemo } from 'react';
import type { ResourceRequest } from '@promissory/plugin-promises-common';
import { standingViolations } from '../request/violations/standingViolations';
import type { OrderDraft } from './OrderDraft';
import { type PlacedViolations, placeViolations } from './placeViolations';
import { useSameWhileEqual } from './useSameWhileEqual';

/** What the newest run of a request found that a changed draft has not mended; nothing for a new order. */
export function useViolations(
  request: ResourceRequest | undefined,
  draft: Pick<OrderDraft, 'spec'>,
): PlacedViolations {
  const violations = useSameWhileEqual(
    request ? standingViolations(request, draft.spec) : [],
  );
  return useMemo(() => placeViolations(violations), [violations]);
}
