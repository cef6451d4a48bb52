import { useState } from 'react';
import { Text } from '@backstage/ui';
import type {
  RequestFile,
  ResourceRequestDetail,
} from '@promissory/plugin-promises-common';
import { EmptyState, useRequestFiles } from '@promissory/plugin-promises-react';
import { LoadedView } from '../../feedback/LoadedView';
import { CopyButton } from '../../copy/CopyButton';
import { Section } from '../../layout/Section';
import { FileContent } from './FileContent';
import { fileKey } from './fileKey';
import styles from './RequestFiles.module.css';

/** What the pipelines wrote: each file, where it is, with which commit, and what it says. */
export function RequestFiles(props: {
  readonly request: Pick<ResourceRequestDetail, 'uid' | 'state'>;
}) {
  const files = useRequestFiles(props.request.uid);
  return (
    <LoadedView loaded={files} what="the files" shape="table">
      {list =>
        list.length === 0 ? (
          <EmptyState
            title="No files"
            description={
              props.request.state.name === 'Deleted'
                ? 'They were removed with the request.'
                : 'The pipelines have written none so far.'
            }
          />
        ) : (
          <Files uid={props.request.uid} files={list} />
        )
      }
    </LoadedView>
  );
}

function Files(props: {
  readonly uid: string;
  readonly files: readonly RequestFile[];
}) {
  const { uid, files } = props;
  const [chosen, setChosen] = useState<string>();
  const file = files.find(each => fileKey(each) === chosen) ?? files[0];
  return (
    <div className={styles.files}>
      <nav aria-label="Files" className={styles.list}>
        {files.map(each => (
          <button
            key={fileKey(each)}
            type="button"
            className={styles.file}
            aria-current={each === file ? 'true' : undefined}
            onClick={() => setChosen(fileKey(each))}
          >
            <span className={styles.path}>{each.path}</span>
            <span className={styles.where}>{destinations(each)}</span>
          </button>
        ))}
      </nav>
      <Section
        title={file.path}
        aside={
          <Text variant="body-small" color="secondary">
            {file.bytes.toLocaleString('en')} bytes · from the pipeline{' '}
            {file.pipeline}
          </Text>
        }
      >
        <div className={styles.content}>
          <ul className={styles.placements} aria-label="Where it is">
            {file.placements.map(placement => (
              <li key={`${placement.destination}:${placement.path}`}>
                <strong>{placement.destination}</strong>{' '}
                <code>{placement.path}</code>
                {placement.commit ? (
                  <span className={styles.commit}>
                    commit <code>{placement.commit.slice(0, 10)}</code>
                    <CopyButton
                      label="Copy the commit"
                      text={placement.commit}
                    />
                  </span>
                ) : (
                  <span> {placement.state}</span>
                )}
              </li>
            ))}
          </ul>
          <FileContent key={file.sha256} uid={uid} file={file} />
        </div>
      </Section>
    </div>
  );
}

function destinations(file: RequestFile): string {
  const names = new Set(file.placements.map(({ destination }) => destination));
  return names.size === 0 ? 'placed nowhere' : [...names].join(', ');
}
