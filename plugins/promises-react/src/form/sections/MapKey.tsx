import { useState } from 'react';
import { TextField } from '@backstage/ui';
import { formatPath, type DataPath } from '@promissory/plugin-promises-common';
import { FieldErrors } from '../errors/FieldErrors';
import { fieldId } from '../fieldId';
import { useForm } from '../FormContext';
import { keyText } from '../store/provisionalKey';
import { useFormSnapshot } from '../useFormSnapshot';
import classes from './Entries.module.css';

/** Props of {@link MapKey}. */
export interface MapKeyProps {
  /** Path of the map. */
  readonly path: DataPath;
  /** Key in the value. */
  readonly entryKey: string;
  readonly label: string;
  readonly onRename: (text: string) => void;
}

/** The key of a row. It is renamed when the person leaves the box: half a key may be another row's. */
export function MapKey({ path, entryKey, label, onRename }: MapKeyProps) {
  const { store, idPrefix, isDisabled } = useForm();
  const [text, setText] = useState<string>();
  const rowPath = [...path, entryKey];
  const message = useFormSnapshot(
    rowPath,
    (_, at) => store.draftAt(`${at}#key`)?.message,
  );
  const shown = text ?? keyText(entryKey);
  const isError = message !== undefined && text === undefined;
  const id = `${fieldId(idPrefix, formatPath(rowPath))}-key`;
  return (
    <div id={id} className={classes.key}>
      <TextField
        size="small"
        label={label}
        aria-describedby={`${id}-error`}
        isInvalid={isError}
        validationBehavior="aria"
        isDisabled={isDisabled}
        autoComplete="off"
        value={shown}
        onChange={setText}
        onBlur={() => {
          if (text !== undefined) {
            onRename(text.trim());
            setText(undefined);
          }
        }}
      />
      <FieldErrors
        id={`${id}-error`}
        label={label}
        errors={isError ? [message] : []}
      />
    </div>
  );
}
