import { lazy, Suspense } from 'react';
import type { YamlProblem } from './YamlProblem';
import classes from './code.module.css';

const CodeMirrorEditor = lazy(() =>
  import('./CodeMirrorEditor').then(module => ({
    default: module.CodeMirrorEditor,
  })),
);

/** Props of {@link YamlEditor}. @public */
export interface YamlEditorProps {
  readonly value: string;
  /** Without it the text can only be read. */
  readonly onChange?: (text: string) => void;
  readonly 'aria-label': string;
  /** Ids of what describes the editor: a hint, errors. */
  readonly 'aria-describedby'?: string;
  /** Marked in the text and told beside it. */
  readonly problems?: readonly YamlProblem[];
  readonly isInvalid?: boolean;
  /** Height of an empty editor in lines, 4 unless given; it grows with its text up to 30 lines. */
  readonly lines?: number;
}

/** Edits YAML with highlighting and problems at their place. Until the editor is loaded it is a plain text box. @public */
export function YamlEditor(props: YamlEditorProps) {
  const { value, onChange, isInvalid, lines = 4 } = props;
  return (
    <div className={`${classes.frame} ${isInvalid ? classes.invalid : ''}`}>
      <Suspense
        fallback={
          <textarea
            className={`${classes.code} ${classes.fallback}`}
            aria-label={props['aria-label']}
            aria-describedby={props['aria-describedby']}
            rows={Math.max(lines, value.split('\n').length)}
            value={value}
            readOnly={!onChange}
            onChange={event => onChange?.(event.target.value)}
          />
        }
      >
        <CodeMirrorEditor {...props} lines={lines} />
      </Suspense>
    </div>
  );
}
