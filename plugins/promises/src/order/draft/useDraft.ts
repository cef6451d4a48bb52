import { useCallback, useEffect, useRef, useState } from 'react';
import type { OrderDraft } from '../OrderDraft';
import { readDraft } from './readDraft';

const STORE_DELAY_MS = 300;

/**
 * An order that survives leaving the page and a reload: it is kept for this tab until it is sent or thrown away.
 * Closing the tab would lose it, so the browser asks first.
 */
export function useDraft(key: string, initial: OrderDraft) {
  const storageKey = `promises/draft/${key}`;
  const [restored] = useState(() =>
    readDraft(sessionStorage.getItem(storageKey)),
  );
  const first = useRef(initial);
  const [draft, setDraft] = useState<OrderDraft>(restored ?? initial);
  /** Rises when the form has to begin anew with another value. */
  const [edition, setEdition] = useState(0);
  const [isRestored, setRestored] = useState(restored !== undefined);
  const isDone = useRef(false);
  const isDirty = draft !== first.current;

  /** Another beginning replaces what nobody has touched; input stays. */
  useEffect(() => {
    if (initial === first.current) {
      return;
    }
    const untouched = first.current;
    first.current = initial;
    setDraft(current => (current === untouched ? initial : current));
    setEdition(current => current + 1);
  }, [initial]);

  const change = useCallback(
    (part: Partial<OrderDraft>) =>
      setDraft(current => ({ ...current, ...part })),
    [],
  );

  useEffect(() => {
    if (!isDirty || isDone.current) {
      return undefined;
    }
    const store = () =>
      !isDone.current &&
      sessionStorage.setItem(storageKey, JSON.stringify(draft));
    const timer = setTimeout(store, STORE_DELAY_MS);
    return () => {
      clearTimeout(timer);
      store();
    };
  }, [draft, isDirty, storageKey]);

  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (isDirty && !isDone.current) {
        event.preventDefault();
      }
    };
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [isDirty]);

  const finish = useCallback(() => {
    isDone.current = true;
    sessionStorage.removeItem(storageKey);
  }, [storageKey]);

  const discard = useCallback(() => {
    sessionStorage.removeItem(storageKey);
    setDraft(first.current);
    setRestored(false);
    setEdition(current => current + 1);
  }, [storageKey]);

  return { draft, change, edition, isRestored, discard, finish };
}
