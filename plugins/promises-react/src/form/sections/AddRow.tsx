import { RiAddLine } from '@remixicon/react';
import { Button, Text } from '@backstage/ui';
import { fieldId } from '../fieldId';
import { useForm } from '../FormContext';
import { FieldErrors } from '../errors/FieldErrors';
import type { DataPath } from '@promissory/plugin-promises-common';
import { useFormSnapshot } from '../useFormSnapshot';
import classes from './AddRow.module.css';

/** Props of {@link AddRow}. */
export interface AddRowProps {
  readonly path: DataPath;
  readonly title: string;
  readonly description?: string;
  readonly onAdd: () => void;
}

/** An optional part that is absent, and stays absent until it is added. */
export function AddRow({ path, title, description, onAdd }: AddRowProps) {
  const { store, idPrefix, isDisabled } = useForm();
  const key = useFormSnapshot(path, (_, at) => at);
  const errors = useFormSnapshot(path, (_, at) => store.errorsAt(at));
  const warnings = useFormSnapshot(path, (_, at) => store.warningsAt(at));
  const id = fieldId(idPrefix, key);
  return (
    <div id={id} className={classes.row} data-path={key}>
      <div className={classes.words}>
        <Text as="p" variant="body-medium" weight="bold">
          {title}
        </Text>
        {description && (
          <Text as="p" variant="body-small" color="secondary">
            {description}
          </Text>
        )}
        <FieldErrors
          id={`${id}-error`}
          label={title}
          errors={errors}
          warnings={warnings}
        />
      </div>
      <Button
        variant="secondary"
        size="small"
        iconStart={<RiAddLine aria-hidden />}
        aria-describedby={`${id}-error`}
        isDisabled={isDisabled}
        onPress={onAdd}
      >
        Add {title}
      </Button>
    </div>
  );
}
