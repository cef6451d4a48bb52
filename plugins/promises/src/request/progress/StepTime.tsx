import type { Step } from '@promissory/plugin-promises-common';
import { duration } from '../../time/duration';
import { useNow } from '../../time/useNow';
import styles from './StepRow.module.css';

const TICK_MS = 1_000;
const NEVER_MS = 2 ** 31 - 1;

/** How long a step took, or has been running. */
export function StepTime({ step }: { readonly step: Step }) {
  const isRunning = step.state === 'Running';
  const now = useNow(isRunning ? TICK_MS : NEVER_MS);
  if (!step.startedAt) {
    return <span className={styles.time} />;
  }
  const end = step.finishedAt ? new Date(step.finishedAt) : now;
  const took = end.getTime() - new Date(step.startedAt).getTime();
  return <span className={styles.time}>{duration(took)}</span>;
}
