import { useEffect, useReducer } from 'react';

/** The time as it is when drawn, and again every `everyMs`. */
export function useNow(everyMs: number): Date {
  const [, draw] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    const timer = setInterval(draw, everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return new Date();
}
