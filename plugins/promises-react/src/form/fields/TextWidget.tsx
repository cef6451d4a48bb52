import { PasswordField, TextAreaField, TextField } from '@backstage/ui';
import { useField } from '../useField';
import { describedBy } from './describedBy';
import { FieldFrame } from './FieldFrame';
import type { FieldProps } from './FieldProps';
import { valueText } from './valueText';

/** A string. Emptied, an optional one is absent again. */
export function TextWidget(props: FieldProps & { readonly hint?: string }) {
  const { node, path, label = node.title, defaultValue, isEntry } = props;
  const field = useField(path);
  const { widget } = node;
  const hint =
    widget.kind === 'duration' ? 'A duration, for example 1h30m' : props.hint;
  const isSecret = widget.kind === 'text' && widget.secret;
  const isMultiline = widget.kind === 'text' && widget.multiline;
  const shared = {
    ...describedBy(field),
    label,
    description: node.description,
    isRequired: node.required && defaultValue === undefined && !isEntry,
    value: typeof field.value === 'string' ? field.value : '',
    placeholder:
      defaultValue === undefined ? undefined : valueText(defaultValue),
    onChange: (text: string) =>
      text === '' && !isEntry ? field.remove() : field.set(text),
  };
  return (
    <FieldFrame
      field={field}
      label={label}
      node={node}
      defaultValue={defaultValue}
      hint={hint}
    >
      {isSecret && <PasswordField {...shared} size="small" />}
      {!isSecret && isMultiline && <TextAreaField {...shared} rows={4} />}
      {!isSecret && !isMultiline && (
        <TextField {...shared} size="small" autoComplete="off" />
      )}
    </FieldFrame>
  );
}
