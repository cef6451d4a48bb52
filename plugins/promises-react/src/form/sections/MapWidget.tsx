import { useRef } from 'react';
import { formatPath } from '@promissory/plugin-promises-common';
import { fieldId } from '../fieldId';
import type { FieldProps } from '../fields/FieldProps';
import { FormField } from '../FormField';
import { useForm } from '../FormContext';
import { emptyValueOf } from '../store/emptyValueOf';
import { keyText } from '../store/provisionalKey';
import { useFormSnapshot } from '../useFormSnapshot';
import { EntriesSection } from './EntriesSection';
import { EntryActions } from './EntryActions';
import { focusSoon } from './focusSoon';
import { MapKey } from './MapKey';
import { useRowOrder } from './useRowOrder';
import classes from './Entries.module.css';

/** A map: rows of a key and a value. An optional one without rows is absent. */
export function MapWidget(props: FieldProps) {
  const { node, path, label = node.title, defaultValue, isEntry } = props;
  const { store, idPrefix, isDisabled } = useForm();
  const addButton = useRef<HTMLButtonElement>(null);
  const keys = useFormSnapshot(path, () => {
    const map = store.valueAt(path);
    return map === undefined || map === null
      ? undefined
      : JSON.stringify(Object.keys(map));
  });
  const { rows, rename } = useRowOrder(
    keys === undefined ? [] : JSON.parse(keys),
  );
  const item = node.item();
  const isOptional = !node.required && !isEntry;
  const isDefault = keys === undefined && defaultValue !== undefined;

  const remove = (key: string) => {
    if (rows.length === 1 && isOptional && defaultValue === undefined) {
      store.remove(path);
    } else {
      store.remove([...path, key]);
    }
    addButton.current?.focus();
  };
  const add = () => {
    if (isDefault) {
      store.set(path, defaultValue);
    }
    const key = store.insertEntry(path, item ? emptyValueOf(item) : null);
    focusSoon(`${fieldId(idPrefix, formatPath([...path, key]))}-key`);
  };

  return (
    <EntriesSection
      field={props}
      hintedDefault={isDefault ? defaultValue : undefined}
      entryTitle={item?.title || label}
      addButton={addButton}
      onAdd={add}
    >
      {item && rows.length > 0 && (
        <ul className={classes.entries}>
          {rows.map(({ id, key }) => {
            const name = keyText(key) || 'new entry';
            return (
              <li key={id} className={classes.entry}>
                <MapKey
                  path={path}
                  entryKey={key}
                  label="Key"
                  onRename={text =>
                    rename(key, store.renameEntry(path, key, text))
                  }
                />
                <div className={classes.content}>
                  <FormField
                    node={item}
                    path={[...path, key]}
                    label={
                      item.widget.kind === 'object' ? name : `Value of ${name}`
                    }
                    isEntry
                  />
                </div>
                <EntryActions
                  label={name}
                  isDisabled={isDisabled}
                  onRemove={() => remove(key)}
                />
              </li>
            );
          })}
        </ul>
      )}
    </EntriesSection>
  );
}
