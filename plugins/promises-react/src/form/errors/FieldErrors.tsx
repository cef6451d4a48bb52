import { errorSentence } from './errorSentence';
import classes from './FieldErrors.module.css';

const none: readonly string[] = [];

/** Props of {@link FieldErrors}. */
export interface FieldErrorsProps {
  readonly id: string;
  /** Name of the field. */
  readonly label: string;
  readonly errors: readonly string[];
  readonly warnings?: readonly string[];
}

/** Errors and warnings of a field, told when they appear. */
export function FieldErrors(props: FieldErrorsProps) {
  const { id, label, errors, warnings = none } = props;
  return (
    <div id={id} aria-live="polite" className={classes.errors}>
      {errors.map(message => (
        <p key={message} className={classes.error}>
          {errorSentence(label, message)}
        </p>
      ))}
      {warnings.map(message => (
        <p key={message} className={classes.warning}>
          {`Warning: ${errorSentence(label, message)}`}
        </p>
      ))}
    </div>
  );
}
