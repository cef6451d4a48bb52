import type { ReactNode } from 'react';
import type { FormNode } from '@promissory/plugin-promises-common';
import { FieldErrors } from '../errors/FieldErrors';
import type { Field } from '../useField';
import { whenPointerIsUp } from '../whenPointerIsUp';
import { hintText } from './hintText';
import classes from './FieldFrame.module.css';

/** Props of {@link FieldFrame}. */
export interface FieldFrameProps {
  readonly field: Field;
  readonly node: FormNode;
  /** Name of the field, as it stands above it. */
  readonly label: string;
  readonly defaultValue: unknown;
  readonly children: ReactNode;
  /** More to say than limits and default. */
  readonly hint?: string;
  /** A button beside the hint, for example to go back to the default. */
  readonly action?: ReactNode;
  /** Errors inside of the value, beside those of the field. */
  readonly moreErrors?: readonly string[];
}

/** A widget with its hint and its errors below it. */
export function FieldFrame(props: FieldFrameProps) {
  const {
    field,
    node,
    label,
    defaultValue,
    children,
    hint,
    action,
    moreErrors = [],
  } = props;
  const text = [hintText(node, defaultValue), hint].filter(Boolean).join('. ');
  return (
    <div
      id={field.id}
      className={classes.field}
      data-path={field.key}
      data-invalid={field.errors.length > 0 || undefined}
      onBlur={event => {
        if (!event.currentTarget.contains(event.relatedTarget)) {
          whenPointerIsUp(field.touch);
        }
      }}
    >
      {children}
      {(text || action) && (
        <div className={classes.below}>
          <span id={field.hintId} className={classes.hint}>
            {text}
          </span>
          {action}
        </div>
      )}
      <FieldErrors
        id={field.errorId}
        label={label}
        errors={[...field.errors, ...moreErrors]}
        warnings={field.warnings}
      />
    </div>
  );
}
