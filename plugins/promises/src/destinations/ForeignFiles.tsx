import type { DestinationInfo } from '@promissory/plugin-promises-common';
import styles from './DestinationTable.module.css';

/** Files at a Destination that belong to no request: they are named, and left alone. */
export function ForeignFiles(props: {
  readonly files: NonNullable<DestinationInfo['foreignFiles']>;
}) {
  const { count, examples } = props.files;
  const more = count - examples.length;
  return (
    <details className={styles.secondary}>
      <summary>
        {count === 1
          ? '1 file of nobody here'
          : `${count} files of nobody here`}
      </summary>
      <p>They belong to no request, and are left alone.</p>
      <ul className={styles.files}>
        {examples.map(path => (
          <li key={path}>
            <code>{path}</code>
          </li>
        ))}
        {more > 0 && <li>and {more} more</li>}
      </ul>
    </details>
  );
}
