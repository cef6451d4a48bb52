import { InputError } from '@backstage/errors';
import type { StateStoreKey } from './types';

/** The key of a state store in the work queue. */
export function formatStateStoreKey(store: StateStoreKey): string {
  return `${store.platform}/${store.kind}/${store.name}`;
}

/** Reads a key of the work queue; names hold no slash. */
export function parseStateStoreKey(key: string): StateStoreKey {
  const [platform, kind, name, ...rest] = key.split('/');
  if (!platform || !kind || !name || rest.length > 0) {
    throw new InputError(
      `Work key ${JSON.stringify(
        key,
      )} is not <platform>/<kind>/<name> of a state store`,
    );
  }
  return { platform, kind, name };
}
