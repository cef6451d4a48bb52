import type { StateStoreRow } from '../../database/rows/rows';
import type { StateStoreKey, Verdict } from './types';

/** Whether a store may be written to at all, before anybody asks it. */
export function judgeStateStore(
  key: StateStoreKey,
  row: StateStoreRow | undefined,
): Verdict {
  const label = `${key.kind}/${key.name}`;
  if (!row) {
    return {
      ready: false,
      reason: 'StateStoreNotFound',
      message: `${label}: not found`,
    };
  }
  if (['Disconnected', 'Untrusted', 'Invalid'].includes(row.state)) {
    return {
      ready: false,
      reason: `StateStore${row.state}`,
      message: `${label} is ${row.state}, nothing is written: ${row.message}`,
    };
  }
  if (key.kind !== 'GitStateStore') {
    return {
      ready: false,
      reason: 'StateStoreNotSupported',
      message: `${label}: buckets are not supported yet; use a GitStateStore`,
    };
  }
  return {
    ready: true,
    reason: 'StateStoreReady',
    message: 'State store is ready',
  };
}
