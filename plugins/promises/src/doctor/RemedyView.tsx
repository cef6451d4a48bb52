import type { DoctorRemedy } from '@promissory/plugin-promises-common';
import { TextBlock } from '../yaml/TextBlock';
import styles from './RemedyView.module.css';

const ENDINGS: Readonly<Record<string, string>> = {
  yaml: 'yaml',
  typescript: 'ts',
  shell: 'sh',
};

/** What to do, with the lines to copy. */
export function RemedyView(props: {
  readonly remedy: DoctorRemedy;
  /** What it mends. */
  readonly of: string;
}) {
  const { text, file, language = 'shell', snippet } = props.remedy;
  return (
    <div className={styles.remedy}>
      <div>{text}</div>
      {snippet && (
        <div className={styles.snippet}>
          {file && (
            <div className={styles.file}>
              In <code>{file}</code>
            </div>
          )}
          <TextBlock
            label={`what mends ${props.of}`}
            path={`remedy.${ENDINGS[language]}`}
            text={snippet.trimEnd()}
          />
        </div>
      )}
    </div>
  );
}
