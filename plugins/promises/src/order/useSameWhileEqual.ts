import { useRef } from 'react';

/** The same object until another one says something else: live data is read anew without being different. */
export function useSameWhileEqual<T>(value: T): T {
  const kept = useRef(value);
  if (JSON.stringify(kept.current) !== JSON.stringify(value)) {
    kept.current = value;
  }
  return kept.current;
}
