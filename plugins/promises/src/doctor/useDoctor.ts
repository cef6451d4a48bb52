import { useCallback, useEffect, useRef, useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import type { DoctorReport } from '@promissory/plugin-promises-common';
import { type Loaded, promisesApiRef } from '@promissory/plugin-promises-react';

interface State {
  readonly data?: DoctorReport;
  readonly error?: Error;
  readonly isReading: boolean;
}

/** The doctor's report, read once and whenever it is asked for anew: an examination starts processes. */
export function useDoctor(): Loaded<DoctorReport> {
  const api = useApi(promisesApiRef);
  const [state, setState] = useState<State>({ isReading: true });
  const reading = useRef<AbortController>();

  const reload = useCallback(() => {
    reading.current?.abort();
    const abort = new AbortController();
    reading.current = abort;
    setState(before => ({ ...before, isReading: true }));
    api.getDoctor({ signal: abort.signal }).then(
      data => !abort.signal.aborted && setState({ data, isReading: false }),
      error =>
        !abort.signal.aborted &&
        setState(({ data }) => ({ data, error, isReading: false })),
    );
  }, [api]);

  useEffect(() => {
    reload();
    return () => reading.current?.abort();
  }, [reload]);

  const { data, error, isReading } = state;
  return {
    data,
    error,
    isLoading: data === undefined && error === undefined,
    isRefreshing: data !== undefined && isReading,
    reload,
  };
}
