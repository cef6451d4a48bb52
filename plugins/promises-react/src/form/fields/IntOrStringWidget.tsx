import { useField } from '../useField';
import type { FieldProps } from './FieldProps';
import { LineField } from './LineField';

/** A whole number or a string, as Kubernetes has them for ports and percentages: `8080`, `25%`, `http`. */
export function IntOrStringWidget(
  props: FieldProps & { readonly hint?: string },
) {
  const { hint = 'A whole number or text', ...fieldProps } = props;
  const field = useField(props.path);
  const onText = (text: string) => {
    if (text === '' && !props.isEntry) {
      field.remove();
    } else {
      const number = Number(text);
      const isInteger =
        /^-?(0|[1-9]\d*)$/.test(text) && Number.isSafeInteger(number);
      field.set(isInteger ? number : text);
    }
  };
  return (
    <LineField
      {...fieldProps}
      field={field}
      hint={hint}
      text={
        field.value === undefined || field.value === null
          ? ''
          : String(field.value)
      }
      onText={onText}
    />
  );
}
