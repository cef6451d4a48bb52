import { useState } from 'react';
import { Text } from '@backstage/ui';
import type { Run } from '@promissory/plugin-promises-common';
import { RelativeTime } from '../../time/RelativeTime';
import { groupSteps } from './groupSteps';
import { runTitle } from './runTitle';
import { stepToOpen } from './stepToOpen';
import { StepRow } from './StepRow';
import styles from './RunSteps.module.css';

/** One run: its pipelines in order, each container with its state and log. */
export function RunSteps(props: {
  readonly uid: string;
  readonly run: Run;
  /** Whether the page lists the rules that the run found broken: then its messages need not say them again. */
  readonly listsViolations: boolean;
}) {
  const { uid, run, listsViolations } = props;
  /** What the person opened or closed; until then the step that matters is open. */
  const [opened, setOpened] = useState<string | null>();
  const openId = opened === undefined ? stepToOpen(run.steps) : opened;
  return (
    <div className={styles.run}>
      <Text color="secondary" variant="body-small">
        {runTitle(run)} · <RelativeTime at={run.createdAt} />
        {run.state === 'Superseded' && ' · overtaken by a newer run'}
        {run.state === 'Cancelled' && ' · cancelled'}
      </Text>
      {run.message && run.state !== 'Succeeded' && (
        <p className={styles.message}>
          {listsViolations
            ? 'It stopped at the rules that are listed above.'
            : run.message}
        </p>
      )}
      <ol className={styles.pipelines} aria-label="Pipelines">
        {groupSteps(run.steps).map(({ pipeline, steps }) => (
          <li key={pipeline}>
            <Text weight="bold">{pipeline}</Text>
            <ol className={styles.steps} aria-label={`Steps of ${pipeline}`}>
              {steps.map(step => (
                <StepRow
                  key={step.id}
                  uid={uid}
                  run={run.id}
                  step={step}
                  hidesMessage={listsViolations && step.message === run.message}
                  isOpen={step.id === openId}
                  onToggle={() =>
                    setOpened(step.id === openId ? null : step.id)
                  }
                />
              ))}
            </ol>
          </li>
        ))}
      </ol>
    </div>
  );
}
