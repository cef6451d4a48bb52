import { useCallback, useSyncExternalStore } from 'react';
import { formatPath, type DataPath } from '@promissory/plugin-promises-common';
import { useForm } from './FormContext';
import type { FormStore } from './store/FormStore';

/**
 * Follows what `select` makes of one path: a component is drawn again only when that changes. It has to be a primitive
 * or something that the store keeps.
 */
export function useFormSnapshot<T>(
  path: DataPath,
  select: (store: FormStore, key: string) => T,
): T {
  const { store } = useForm();
  const key = formatPath(path);
  const subscribe = useCallback(
    (listener: () => void) => store.subscribe(key, listener),
    [store, key],
  );
  return useSyncExternalStore(subscribe, () => select(store, key));
}
