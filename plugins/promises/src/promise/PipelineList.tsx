import { Text } from '@backstage/ui';
import type { PipelineInfo } from '@promissory/plugin-promises-common';
import { RiAlertLine, RiCheckLine } from '@remixicon/react';
import { StatusChip } from '@promissory/plugin-promises-react';
import styles from './PipelineList.module.css';

/** The pipelines behind a Promise, their containers, and who runs them here. */
export function PipelineList(props: {
  readonly pipelines: readonly PipelineInfo[];
}) {
  if (props.pipelines.length === 0) {
    return (
      <Text color="secondary">
        It has no pipelines: a request is delivered as it was asked for.
      </Text>
    );
  }
  return (
    <ul className={styles.list} aria-label="Pipelines">
      {props.pipelines.map(({ name, action, runner, containers }) => (
        <li key={`${action}/${name}`} className={styles.pipeline}>
          <div className={styles.head}>
            <Text>
              <strong>{name}</strong>{' '}
              {action === 'delete'
                ? 'when it is deleted'
                : 'when it is ordered'}
            </Text>
            {runner.available ? (
              <StatusChip
                tone="neutral"
                icon={RiCheckLine}
                label={`run as ${runner.name ?? 'function'}`}
              />
            ) : (
              <StatusChip
                tone="warning"
                icon={RiAlertLine}
                label="no runner"
                description={runner.missing}
              />
            )}
          </div>
          <ol
            className={styles.containers}
            aria-label={`Containers of ${name}`}
          >
            {containers.map(container => (
              <li key={container.name}>
                {container.name} <code>{container.image}</code>
              </li>
            ))}
          </ol>
          {!runner.available && (
            <p className={styles.missing}>
              {runner.missing} {runner.remedy}
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}
