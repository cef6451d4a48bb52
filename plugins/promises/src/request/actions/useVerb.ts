import { useCallback, useRef, useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import type { RequestVerb } from '@promissory/plugin-promises-common';
import { promisesApiRef } from '@promissory/plugin-promises-react';

/** Runs one verb on a request at a time, however often it is pressed. */
export function useVerb(uid: string, onDone: () => void) {
  const api = useApi(promisesApiRef);
  const isBusy = useRef(false);
  const [running, setRunning] = useState<RequestVerb>();
  const [error, setError] = useState<unknown>();

  const act = useCallback(
    async (verb: RequestVerb) => {
      if (isBusy.current) {
        return;
      }
      isBusy.current = true;
      setRunning(verb);
      setError(undefined);
      try {
        await api.actOnRequest(uid, verb);
        onDone();
      } catch (failure) {
        setError(failure);
      } finally {
        isBusy.current = false;
        setRunning(undefined);
      }
    },
    [api, uid, onDone],
  );
  return { act, running, error };
}
