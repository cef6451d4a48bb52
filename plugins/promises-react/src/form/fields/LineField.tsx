import { TextField } from '@backstage/ui';
import type { Field } from '../useField';
import { describedBy } from './describedBy';
import { FieldFrame } from './FieldFrame';
import type { FieldProps } from './FieldProps';
import { valueText } from './valueText';

/** Props of {@link LineField}. */
export interface LineFieldProps extends FieldProps {
  readonly field: Field;
  /** What is in the box. */
  readonly text: string;
  readonly hint?: string;
  readonly inputMode?: 'numeric' | 'decimal';
  readonly onText: (text: string) => void;
}

/** A box with one line for a value that is read from what is typed. */
export function LineField(props: LineFieldProps) {
  const { field, text, hint, inputMode, onText } = props;
  const { node, label = node.title, defaultValue, isEntry } = props;
  return (
    <FieldFrame
      field={field}
      label={label}
      node={node}
      defaultValue={defaultValue}
      hint={hint}
    >
      <TextField
        {...describedBy(field)}
        size="small"
        label={label}
        description={node.description}
        isRequired={node.required && defaultValue === undefined && !isEntry}
        inputMode={inputMode}
        autoComplete="off"
        value={text}
        placeholder={
          defaultValue === undefined ? undefined : valueText(defaultValue)
        }
        onChange={onText}
      />
    </FieldFrame>
  );
}
