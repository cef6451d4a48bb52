import { VisuallyHidden } from '@backstage/ui';
import { lineDiff } from './lineDiff';
import { toYaml } from './toYaml';
import { keyboardScrollable } from '../layout/keyboardScrollable';
import styles from './YamlDiff.module.css';

const SIGNS = { added: '+', removed: '−', same: ' ', gap: ' ' } as const;
const WORDS = {
  added: 'added: ',
  removed: 'removed: ',
  gap: 'unchanged lines ',
} as const;

/** What changed between two objects, line by line of their YAML. */
export function YamlDiff(props: {
  readonly label: string;
  readonly before: unknown;
  readonly after: unknown;
}) {
  // The order of keys says nothing, so it is no change.
  const lines = lineDiff(
    toYaml(props.before, { sorted: true }),
    toYaml(props.after, { sorted: true }),
  );
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
