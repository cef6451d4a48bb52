import { errorSentence } from './errorSentence';
import classes from './FieldErrors.module.css';

/** Props of {@link FieldErrors}. */
export interface FieldErrorsProps {
  readonly id: string;
  /** Name of the field. */
  readonly label: string;
  readonly errors: readonly string[];
}

/** Errors of a field, told when they appear. */
export function FieldErrors({ id, label, errors }: FieldErrorsProps) {
  return (
    <div id={id} aria-live="polite" className={classes.errors}>
      {errors.map(message => (
        <p key={message} className={classes.error}>
          {errorSentence(label, message)}
        </p>
      ))}
    </div>
  );
}
