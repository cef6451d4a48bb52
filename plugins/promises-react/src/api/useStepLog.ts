import { useRef } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import type { StepLog } from '@promissory/plugin-promises-common';
import type { Loaded } from './Loaded';
import { promisesApiRef } from './promisesApiRef';
import { useLoaded } from './useLoaded';

/** Which step's log. @public */
export interface UseStepLogOptions {
  readonly uid: string;
  /** Id of the run. */
  readonly run: string;
  /** Id of the step. */
  readonly step: string;
}

const PAGE = 5000;
/** More than this is not read by a person in a browser; older lines give way. */
const KEPT_LINES = 50_000;

/** The log of one step; follows it until the step has ended, reading only lines that are new. @public */
export function useStepLog(options: UseStepLogOptions): Loaded<StepLog> {
  const { uid, run, step } = options;
  const api = useApi(promisesApiRef);
  const key = `${uid}/${run}/${step}`;
  const held = useRef<{ key: string; log: StepLog }>();

  return useLoaded<StepLog>({
    key,
    topics: [`request:${uid}`],
    isRelevant: event =>
      event.stepId === step ||
      (event.stepId === undefined && event.runId === run),
    load: async signal => {
      let log: StepLog =
        held.current?.key === key
          ? held.current.log
          : { lines: [], complete: false };
      for (let isFull = !log.complete; isFull; ) {
        const page = await api.getStepLog(
          { uid, run, step, after: log.lines.at(-1)?.sequence, limit: PAGE },
          { signal },
        );
        log = {
          lines: [...log.lines, ...page.lines].slice(-KEPT_LINES),
          complete: page.complete && page.lines.length < PAGE,
        };
        isFull = page.lines.length === PAGE;
      }
      held.current = { key, log };
      return log;
    },
  });
}
