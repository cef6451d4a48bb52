import type { PreviewedRequest } from '@promissory/plugin-promises-common';
import { StatusChip } from '@promissory/plugin-promises-react';
import { PromiseIcon } from '../../icons/PromiseIcon';
import { PreviewFiles } from './PreviewFiles';
import { REQUEST_LOOKS } from './previewLook';
import styles from './Preview.module.css';

/** The request and its parts, each with what becomes of it. */
export function PreviewRequests(props: {
  readonly requests: readonly PreviewedRequest[];
}) {
  const { requests } = props;
  return (
    <ul className={styles.list} aria-label="What comes, changes and goes">
      {requests.map(request => (
        <li
          key={`${request.promise.name} ${request.namespace}/${request.name}`}
          className={styles.request}
          style={{ '--depth': Math.min(request.depth, 4) } as never}
        >
          <div className={styles.row}>
            <PromiseIcon icon={request.promise.icon} size="small" />
            <span className={styles.words}>
              <strong>{`${request.promise.title} ${request.name}`}</strong>
              {request.namespace !== requests[0].namespace && (
                <span className={styles.where}> in {request.namespace}</span>
              )}
            </span>
            <StatusChip {...REQUEST_LOOKS[request.change]} />
          </div>
          {request.message && <p className={styles.words}>{request.message}</p>}
          <PreviewFiles files={request.files} />
        </li>
      ))}
    </ul>
  );
}
