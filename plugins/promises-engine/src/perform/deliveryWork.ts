import type { EnqueueWorkOptions } from '../queue';

/** The state store that a placement is in. */
export interface InStateStore {
  readonly stateStoreKind: string;
  readonly stateStoreName: string;
}

/** Queue entries for the state stores of placements that have something to write or to remove. */
export function deliveryWork(
  platform: string,
  placements: readonly InStateStore[],
): EnqueueWorkOptions[] {
  const keys = new Set(
    placements.map(
      ({ stateStoreKind, stateStoreName }) =>
        `${platform}/${stateStoreKind}/${stateStoreName}`,
    ),
  );
  return [...keys].sort().map(key => ({ kind: 'deliver', key }));
}
