import { Text } from '@backstage/ui';
import type { Placement } from '@promissory/plugin-promises-common';
import { StatusChip } from '@promissory/plugin-promises-react';
import { CopyButton } from '../copy/CopyButton';
import { RelativeTime } from '../time/RelativeTime';
import { placementLook } from './placementLook';
import styles from './PlacementTable.module.css';

/** Where the files of a request go, and whether they are there. */
export function PlacementTable(props: {
  readonly placements: readonly Placement[];
  /** The request is deleted: nothing is to come. */
  readonly isGone?: boolean;
}) {
  if (props.placements.length === 0) {
    return (
      <Text color="secondary">
        {props.isGone
          ? 'None any more: they were removed with the request.'
          : 'None yet. They come when the pipelines have written their files.'}
      </Text>
    );
  }
  return (
    <ul className={styles.list} aria-label="Placements">
      {props.placements.map(placement => (
        <PlacementRow key={placement.id} placement={placement} />
      ))}
    </ul>
  );
}

function PlacementRow({ placement }: { readonly placement: Placement }) {
  const { commit, message, path, writtenAt, nextTryAt, files } = placement;
  return (
    <li className={styles.placement}>
      <div className={styles.head}>
        <Text weight="bold">
          {placement.destination || 'No destination matches'}
        </Text>
        <StatusChip
          {...placementLook[placement.state]}
          label={placement.state}
          description={message}
        />
      </div>
      {message && <p className={styles.message}>{message}</p>}
      <p className={styles.details}>
        {files} {files === 1 ? 'file' : 'files'} of the pipeline{' '}
        {placement.pipeline}
        {path && (
          <>
            {' '}
            in <code>{path}</code>
          </>
        )}
      </p>
      {(commit || nextTryAt) && (
        <div className={styles.details}>
          {commit && (
            <span className={styles.commit}>
              commit <code>{commit.slice(0, 10)}</code>
              <CopyButton label="Copy the commit" text={commit} />
            </span>
          )}
          {commit && writtenAt && <RelativeTime at={writtenAt} />}
          {nextTryAt && (
            <>
              {commit && ' · '}
              next try <RelativeTime at={nextTryAt} isToCome />
            </>
          )}
        </div>
      )}
    </li>
  );
}
