import type { Field } from '../useField';
import { sameValue } from './sameValue';
import classes from './ResetButton.module.css';

/** Props of {@link ResetButton}. */
export interface ResetButtonProps {
  readonly field: Field;
  readonly label: string;
  readonly defaultValue: unknown;
  /** Without it there is nothing to go back to unless there is a default. */
  readonly isOptional: boolean;
}

/** Takes back what was chosen: the default holds again, or nothing. Only there while something else is chosen. */
export function ResetButton(props: ResetButtonProps) {
  const { field, label, defaultValue, isOptional } = props;
  const hasDefault = defaultValue !== undefined;
  if (
    field.value === undefined ||
    field.isDisabled ||
    sameValue(field.value, defaultValue) ||
    !(hasDefault || isOptional)
  ) {
    return null;
  }
  const words = hasDefault ? 'Use default' : 'Clear';
  return (
    <button
      type="button"
      className={classes.reset}
      aria-label={`${words}: ${label}`}
      onClick={field.remove}
    >
      {words}
    </button>
  );
}
