import { useState } from 'react';
import { Button, Select, Text } from '@backstage/ui';
import type { StepLog } from '@promissory/plugin-promises-common';
import { useStepLog } from '@promissory/plugin-promises-react';
import { CopyButton } from '../../copy/CopyButton';
import { LoadedView } from '../../feedback/LoadedView';
import { useFollow } from './useFollow';
import { keyboardScrollable } from '../../layout/keyboardScrollable';
import styles from './StepLogView.module.css';

const SHOWN_LINES = 1_000;

type Stream = 'all' | StepLog['lines'][number]['stream'];

const STREAMS = [
  { id: 'all', label: 'stdout and stderr' },
  { id: 'stdout', label: 'stdout' },
  { id: 'stderr', label: 'stderr' },
];

/** The log of one step; follows it while the step runs. */
export function StepLogView(props: {
  readonly uid: string;
  readonly run: string;
  readonly step: string;
  /** Of the container. */
  readonly name: string;
}) {
  const log = useStepLog(props);
  return (
    <div className={styles.view}>
      <LoadedView loaded={log} what={`the log of ${props.name}`}>
        {data => <Lines log={data} name={props.name} />}
      </LoadedView>
    </div>
  );
}

function Lines(props: { readonly log: StepLog; readonly name: string }) {
  const { log, name } = props;
  const [stream, setStream] = useState<Stream>('all');
  const [shown, setShown] = useState(SHOWN_LINES);
  const lines =
    stream === 'all'
      ? log.lines
      : log.lines.filter(line => line.stream === stream);
  const follow = useFollow(lines.length);
  const hidden = Math.max(0, lines.length - shown);

  return (
    <>
      <div className={styles.bar}>
        <Select
          className={styles.streams}
          aria-label="Stream"
          size="small"
          options={STREAMS}
          value={stream}
          onChange={key => setStream((key ?? 'all') as Stream)}
        />
        <Text variant="body-small" color="secondary" role="status">
          {lines.length} {lines.length === 1 ? 'line' : 'lines'}
          {log.complete ? '' : ' · following'}
        </Text>
        {!follow.isFollowing && (
          <Button size="small" variant="tertiary" onPress={follow.toEnd}>
            To the end
          </Button>
        )}
        <CopyButton
          label="Copy the log"
          text={lines.map(line => line.text).join('\n')}
        />
      </div>
      <div
        ref={follow.ref}
        onScroll={follow.onScroll}
        role="log"
        aria-label={`Log of ${name}`}
        aria-live="off"
        {...keyboardScrollable}
        className={styles.lines}
      >
        {hidden > 0 && (
          <Button
            size="small"
            variant="tertiary"
            onPress={() => setShown(shown + SHOWN_LINES)}
          >
            {`Show ${Math.min(hidden, SHOWN_LINES)} earlier lines`}
          </Button>
        )}
        {lines.slice(hidden).map(line => (
          <div
            key={line.sequence}
            className={styles.line}
            data-stream={line.stream}
            title={`${line.stream}, ${line.at}`}
          >
            {line.text || ' '}
          </div>
        ))}
        {lines.length === 0 && (
          <div className={styles.line}>
            {log.complete ? 'It wrote nothing.' : 'Nothing yet.'}
          </div>
        )}
      </div>
    </>
  );
}
