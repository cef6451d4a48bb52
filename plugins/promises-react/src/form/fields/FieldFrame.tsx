import type { ReactNode } from 'react';
import type { FormNode } from '@promissory/plugin-promises-common';
import type { Field } from '../useField';
import { hintText } from './hintText';
import classes from './FieldFrame.module.css';

/** Props of {@link FieldFrame}. */
export interface FieldFrameProps {
  readonly field: Field;
  readonly node: FormNode;
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
          field.touch();
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
        errors={[...field.errors, ...moreErrors]}
      />
    </div>
  );
}

/** Errors of a field, told when they appear. */
export function FieldErrors(props: {
  readonly id: string;
  readonly errors: readonly string[];
}) {
  return (
    <div id={props.id} aria-live="polite" className={classes.errors}>
      {props.errors.map(message => (
        <p key={message} className={classes.error}>
          {message}
        </p>
      ))}
    </div>
  );
}
