import { YamlView } from '@promissory/plugin-promises-react';
import { CopyButton } from '../copy/CopyButton';
import { keyboardScrollable } from '../layout/keyboardScrollable';
import styles from './TextBlock.module.css';

/** A file to read: YAML and JSON with colours, anything else as it is. */
export function TextBlock(props: {
  readonly label: string;
  /** Its ending says what it is. */
  readonly path: string;
  readonly text: string;
}) {
  const { label, path, text } = props;
  if (/\.(ya?ml|json)$/i.test(path)) {
    return <YamlView aria-label={label} text={text} />;
  }
  return (
    <div className={styles.block}>
      <div className={styles.copy}>
        <CopyButton label={`Copy ${label}`} text={text} />
      </div>
      <pre aria-label={label} {...keyboardScrollable} className={styles.text}>
        {text}
      </pre>
    </div>
  );
}
