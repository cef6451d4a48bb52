import { Radio, RadioGroup, Select } from '@backstage/ui';
import { useField } from '../useField';
import { describedBy } from './describedBy';
import { FieldFrame } from './FieldFrame';
import type { FieldProps } from './FieldProps';
import { ResetButton } from './ResetButton';
import { valueText } from './valueText';

/** Up to here all options are seen at once. */
const FEW = 4;
/** From here on there is a search. */
const MANY = 10;

/** One value of a closed list. While it is absent the default is shown as chosen. */
export function ChoiceWidget(props: FieldProps) {
  const { node, path, label = node.title, defaultValue, isEntry } = props;
  const field = useField(path);
  const options = (
    node.widget.kind === 'choice' ? node.widget.options : []
  ).map(value => ({
    id: JSON.stringify(value),
    value,
    text: valueText(value),
  }));
  const shown = field.value ?? defaultValue;
  const selected = shown === undefined ? null : JSON.stringify(shown);
  const choose = (id: unknown) => {
    const option = options.find(other => other.id === id);
    if (option) {
      field.set(option.value);
    }
  };
  const shared = {
    ...describedBy(field),
    label,
    description: node.description,
    isRequired: node.required && defaultValue === undefined && !isEntry,
  };
  const isShort =
    options.length <= FEW && options.every(({ text }) => text.length <= 24);
  return (
    <FieldFrame
      field={field}
      label={label}
      node={node}
      defaultValue={defaultValue}
      action={
        <ResetButton
          field={field}
          label={label}
          defaultValue={defaultValue}
          isOptional={!node.required && !isEntry}
        />
      }
    >
      {isShort ? (
        <RadioGroup
          {...shared}
          orientation="horizontal"
          value={selected}
          onChange={choose}
        >
          {options.map(({ id, text }) => (
            <Radio key={id} value={id}>
              {text}
            </Radio>
          ))}
        </RadioGroup>
      ) : (
        <Select
          {...shared}
          size="small"
          options={options.map(({ id, text }) => ({ id, label: text }))}
          search={
            options.length >= MANY
              ? { placeholder: `Search ${options.length} options` }
              : undefined
          }
          value={selected}
          onChange={choose}
        />
      )}
    </FieldFrame>
  );
}
