import { useId } from 'react';
import { RiArrowDownSLine, RiArrowRightSLine } from '@remixicon/react';
import type { Step } from '@promissory/plugin-promises-common';
import { StepStateIcon } from '@promissory/plugin-promises-react';
import { StepLogView } from '../log/StepLogView';
import { StepTime } from './StepTime';
import styles from './StepRow.module.css';

/** One container of a pipeline; opens to its log. */
export function StepRow(props: {
  readonly uid: string;
  readonly run: string;
  readonly step: Step;
  /** Whether something near it says the same as its message. */
  readonly hidesMessage: boolean;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}) {
  const { uid, run, step, hidesMessage, isOpen, onToggle } = props;
  const panelId = useId();
  const Arrow = isOpen ? RiArrowDownSLine : RiArrowRightSLine;
  const canOpen = step.state !== 'Pending' && step.state !== 'Skipped';
  return (
    <li className={styles.step} data-state={step.state}>
      <button
        type="button"
        className={styles.toggle}
        aria-expanded={isOpen}
        aria-controls={panelId}
        disabled={!canOpen}
        onClick={onToggle}
      >
        <StepStateIcon state={step.state} />
        <span className={styles.name}>{step.container}</span>
        <span className={styles.image}>
          {step.runner} · {step.image}
        </span>
        <StepTime step={step} />
        {canOpen ? <Arrow aria-hidden size={18} /> : <span />}
      </button>
      {!hidesMessage && step.message && step.state !== 'Succeeded' && (
        <p className={styles.message}>
          {step.message}
          {step.exitCode !== undefined && ` (exit code ${step.exitCode})`}
        </p>
      )}
      <div id={panelId} hidden={!isOpen}>
        {isOpen && canOpen && (
          <StepLogView
            uid={uid}
            run={run}
            step={step.id}
            name={step.container}
          />
        )}
      </div>
    </li>
  );
}
