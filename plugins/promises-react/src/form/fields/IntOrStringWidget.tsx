import { TextField } from '@backstage/ui';
import { useField } from '../useField';
import { describedBy } from './describedBy';
import { FieldFrame } from './FieldFrame';
import type { FieldProps } from './FieldProps';
import { valueText } from './valueText';

/** A whole number or a string, as Kubernetes has them for ports and percentages: `8080`, `25%`, `http`. */
export function IntOrStringWidget(
  props: FieldProps & { readonly hint?: string },
) {
  const { node, path, label = node.title, defaultValue, isEntry } = props;
  const { hint = 'A whole number or text' } = props;
  const field = useField(path);
  const onChange = (text: string) => {
    if (text === '' && !isEntry) {
      field.remove();
    } else {
      const number = Number(text);
      const isInteger =
        /^-?(0|[1-9]\d*)$/.test(text) && Number.isSafeInteger(number);
      field.set(isInteger ? number : text);
    }
  };
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
        autoComplete="off"
        value={
          field.value === undefined || field.value === null
            ? ''
            : String(field.value)
        }
        placeholder={
          defaultValue === undefined ? undefined : valueText(defaultValue)
        }
        onChange={onChange}
      />
    </FieldFrame>
  );
}
