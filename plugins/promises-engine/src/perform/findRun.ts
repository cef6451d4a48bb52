import { NotFoundError } from '@backstage/errors';
import type { RequestSnapshot, RunFacts } from '../plan/snapshot';
import type { Subject } from './types';

/** The run that an action is for. */
export function findRun({ snapshot }: Subject, runId: string): RunFacts {
  const { configureRun, deleteRun } = snapshot as Partial<RequestSnapshot>;
  const run = [configureRun, deleteRun].find(item => item?.id === runId);
  if (!run) throw new NotFoundError(`There is no run ${runId}`);
  return run;
}
