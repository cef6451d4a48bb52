import { VisuallyHidden } from '@backstage/ui';
import { lineDiff } from './lineDiff';
import { keyboardScrollable } from '../layout/keyboardScrollable';
import styles from './TextDiff.module.css';

const SIGNS = { added: '+', removed: '−', same: ' ', gap: ' ' } as const;
const WORDS = {
  added: 'added: ',
  removed: 'removed: ',
  gap: 'unchanged lines ',
} as const;

/** What changed between two texts, line by line. */
export function TextDiff(props: {
  readonly label: string;
  readonly before: string;
  readonly after: string;
}) {
  const lines = lineDiff(props.before, props.after);
  if (lines.length === 0) {
    return <p className={styles.none}>Nothing changed.</p>;
  }
  return (
    <div
      role="region"
      aria-label={props.label}
      className={styles.diff}
      {...keyboardScrollable}
    >
      {lines.map((line, index) => (
        <div key={index} className={styles.line} data-kind={line.kind}>
          <span aria-hidden="true" className={styles.sign}>
            {SIGNS[line.kind]}
          </span>
          {line.kind !== 'same' && (
            <VisuallyHidden>{WORDS[line.kind]}</VisuallyHidden>
          )}
          <span>{line.kind === 'gap' ? '⋯' : line.text}</span>
        </div>
      ))}
    </div>
  );
}
