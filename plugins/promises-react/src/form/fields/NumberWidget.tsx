import { useState } from 'react';
import { useField } from '../useField';
import type { FieldProps } from './FieldProps';
import { LineField } from './LineField';
import { parseNumber } from './parseNumber';

/** A number. What is typed stays as it is typed: `-`, `1e`, `1.50` are on the way to a number. */
export function NumberWidget(props: FieldProps) {
  const { node, path, isEntry } = props;
  const field = useField(path);
  const [typed, setTyped] = useState<string>();
  const isInteger = node.widget.kind === 'number' && node.widget.integer;

  const onText = (text: string) => {
    setTyped(text);
    if (text.trim() === '') {
      field.store.setDraft(path, undefined);
      if (isEntry) {
        field.set(null);
      } else {
        field.remove();
      }
      return;
    }
    const parsed = parseNumber(text, isInteger);
    if ('value' in parsed) {
      field.set(parsed.value);
    } else {
      field.store.setDraft(path, { text, message: parsed.message });
    }
  };

  return (
    <LineField
      {...props}
      field={field}
      inputMode={isInteger ? 'numeric' : 'decimal'}
      text={field.draft?.text ?? textOf(field.value, typed, isInteger)}
      onText={onText}
    />
  );
}

/** What was typed, as long as it means the value; else the value. */
function textOf(
  value: unknown,
  typed: string | undefined,
  isInteger: boolean,
): string {
  if (value === undefined || value === null) {
    return '';
  }
  const parsed =
    typed === undefined ? undefined : parseNumber(typed, isInteger);
  return parsed && 'value' in parsed && parsed.value === value && typed
    ? typed
    : String(value);
}
