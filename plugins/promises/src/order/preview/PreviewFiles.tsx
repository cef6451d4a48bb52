import type { PreviewedFile } from '@promissory/plugin-promises-common';
import { StatusChip } from '@promissory/plugin-promises-react';
import { TextBlock } from '../../yaml/TextBlock';
import { TextDiff } from '../../yaml/TextDiff';
import { countFiles } from './countFiles';
import { FILE_LOOKS } from './previewLook';
import styles from './Preview.module.css';

/** The files of a request, each to open: what it says, or what changes in it. */
export function PreviewFiles(props: {
  readonly files: readonly PreviewedFile[];
}) {
  const { files } = props;
  if (files.length === 0) {
    return null;
  }
  return (
    <details className={styles.files}>
      <summary>{countFiles(files)}</summary>
      <ul className={styles.list}>
        {files.map(file => (
          <li key={`${file.destination}:${file.path}`}>
            <File file={file} />
          </li>
        ))}
      </ul>
    </details>
  );
}

function File({ file }: { readonly file: PreviewedFile }) {
  const { destination, path, change } = file;
  const heading = (
    <span className={styles.file}>
      <code>{path}</code>
      <span className={styles.where}>
        {destination || 'no Destination takes it'}
      </span>
      <StatusChip {...FILE_LOOKS[change]} />
    </span>
  );
  return change === 'Unchanged' ? (
    <div className={styles.plain}>{heading}</div>
  ) : (
    <details>
      <summary>{heading}</summary>
      <Content file={file} />
    </details>
  );
}

function Content({ file }: { readonly file: PreviewedFile }) {
  const { path, change, before, after } = file;
  const label = `Content of ${path}`;
  const text = change === 'Removed' ? before : after;
  if (text === undefined || (change === 'Changed' && before === undefined)) {
    return <p className={styles.where}>It is no text, or too long to show.</p>;
  }
  return change === 'Changed' ? (
    <TextDiff
      label={`Difference in ${path}`}
      before={before ?? ''}
      after={text}
    />
  ) : (
    <TextBlock label={label} path={path} text={text} />
  );
}
