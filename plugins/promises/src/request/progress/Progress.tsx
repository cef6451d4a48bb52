import { useState } from 'react';
import { Select, Text } from '@backstage/ui';
import type { ResourceRequestDetail } from '@promissory/plugin-promises-common';
import { hasBrokenRules } from '../violations/hasBrokenRules';
import { Section } from '../../layout/Section';
import { RunSteps } from './RunSteps';
import { runTitle } from './runTitle';
import styles from './RunSteps.module.css';

/** The runs of a request's pipelines: the newest as it happens, older ones on demand. */
export function Progress(props: { readonly request: ResourceRequestDetail }) {
  const { uid, runs, state } = props.request;
  const [chosen, setChosen] = useState<string>();
  const run = runs.find(({ id }) => id === chosen) ?? runs[0];
  return (
    <Section
      title="Progress"
      aside={
        runs.length > 1 && (
          <Select
            className={styles.runs}
            aria-label="Run"
            size="small"
            options={runs.map((each, index) => ({
              id: each.id,
              label:
                index === 0 ? `${runTitle(each)} (newest)` : runTitle(each),
            }))}
            value={run.id}
            onChange={key =>
              setChosen(
                key === null || key === runs[0].id ? undefined : String(key),
              )
            }
          />
        )
      }
    >
      {run ? (
        <RunSteps
          key={run.id}
          uid={uid}
          run={run}
          listsViolations={run === runs[0] && hasBrokenRules(state)}
        />
      ) : (
        <Text color="secondary">
          {state.name === 'Pending'
            ? 'The pipelines have not started yet.'
            : 'Its runs are not kept any more.'}
        </Text>
      )}
    </Section>
  );
}
