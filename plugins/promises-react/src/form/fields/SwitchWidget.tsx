import { Switch, Text } from '@backstage/ui';
import { useField } from '../useField';
import { describedBy } from './describedBy';
import { FieldFrame } from './FieldFrame';
import type { FieldProps } from './FieldProps';
import { ResetButton } from './ResetButton';
import classes from './SwitchWidget.module.css';

/** A boolean. While it is absent it shows what the server would take. */
export function SwitchWidget(props: FieldProps) {
  const { node, path, label = node.title, defaultValue, isEntry } = props;
  const field = useField(path);
  const { isInvalid, validationBehavior, ...described } = describedBy(field);
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
      <div className={classes.switch}>
        <Switch
          {...described}
          label={label}
          isSelected={(field.value ?? defaultValue ?? false) === true}
          onChange={field.set}
        />
        {node.description && (
          <Text as="p" variant="body-small" color="secondary">
            {node.description}
          </Text>
        )}
      </div>
    </FieldFrame>
  );
}
