import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';

/** Values to set; an empty one removes its parameter. */
export type QueryChange = Readonly<
  Record<string, string | readonly string[] | undefined>
>;

/** The URL's query as state, so that a filtered list can be sent to somebody. Changes replace the history entry. */
export function useQuery() {
  const [parameters, setParameters] = useSearchParams();

  const change = useCallback(
    (values: QueryChange) =>
      setParameters(current => changeQuery(current, values), { replace: true }),
    [setParameters],
  );
  return useMemo(
    () => ({
      one: (key: string) => parameters.get(key) ?? undefined,
      all: (key: string) => parameters.getAll(key),
      change,
    }),
    [parameters, change],
  );
}

function changeQuery(
  current: URLSearchParams,
  values: QueryChange,
): URLSearchParams {
  const next = new URLSearchParams(current);
  for (const [key, value] of Object.entries(values)) {
    next.delete(key);
    const list = typeof value === 'string' ? [value] : value ?? [];
    list.filter(Boolean).forEach(item => next.append(key, item));
  }
  return next;
}
