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
  const [draft, setDraft] = useState<OrderDraft>(restored ?? initial);
  const [isRestored, setRestored] = useState(restored !== undefined);
  /** Rises when the form has to begin anew with another value. */
  const [edition, setEdition] = useState(0);
  const first = useRef(initial);
  const isDone = useRef(false);
  const latest = useRef(draft);
  latest.current = draft;

  const isUnsaved = useCallback(
    () => latest.current !== first.current && !isDone.current,
    [],
  );
  const store = useCallback(() => {
    if (isUnsaved()) {
      sessionStorage.setItem(storageKey, JSON.stringify(latest.current));
    }
  }, [isUnsaved, storageKey]);

  /** Another beginning replaces what nobody has touched; input stays. */
  useEffect(() => {
    if (initial !== first.current) {
      const untouched = first.current;
      first.current = initial;
      setDraft(current => (current === untouched ? initial : current));
      setEdition(current => current + 1);
    }
  }, [initial]);

  useEffect(() => {
    const timer = setTimeout(store, STORE_DELAY_MS);
    return () => clearTimeout(timer);
  }, [draft, store]);

  /** A reload does not unmount anything, and leaving for another page does not reload. */
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (isUnsaved()) {
        event.preventDefault();
      }
    };
    window.addEventListener('pagehide', store);
    window.addEventListener('beforeunload', ask);
    return () => {
      store();
      window.removeEventListener('pagehide', store);
      window.removeEventListener('beforeunload', ask);
    };
  }, [isUnsaved, store]);

  const change = useCallback(
    (part: Partial<OrderDraft>) =>
      setDraft(current => ({ ...current, ...part })),
    [],
  );

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
