import { useRef } from 'react';
import { formatPath } from '@promissory/plugin-promises-common';
import { fieldId } from '../fieldId';
import type { FieldProps } from '../fields/FieldProps';
import { FormField } from '../FormField';
import { useForm } from '../FormContext';
import { emptyValueOf } from '../store/emptyValueOf';
import { useFormSnapshot } from '../useFormSnapshot';
import { EntriesSection } from './EntriesSection';
import { EntryActions } from './EntryActions';
import { focusSoon } from './focusSoon';
import classes from './Entries.module.css';

/** A list: entries are added, removed and moved. An optional one without entries is absent. */
export function ListWidget(props: FieldProps) {
  const { node, path, label = node.title, defaultValue, isEntry } = props;
  const { store, idPrefix, isDisabled } = useForm();
  const addButton = useRef<HTMLButtonElement>(null);
  const length = useFormSnapshot(path, () => {
    const list = store.valueAt(path);
    return Array.isArray(list) ? list.length : undefined;
  });
  const item = node.item();
  const itemTitle = item?.title || label;
  const isOptional = !node.required && !isEntry;
  const defaults = Array.isArray(defaultValue) ? defaultValue : undefined;

  const focusEntry = (index: number) =>
    focusSoon(fieldId(idPrefix, formatPath([...path, index])));
  const move = (from: number, to: number) => {
    store.moveItem(path, from, to);
    focusEntry(to);
  };
  const remove = (index: number) => {
    if (length === 1 && isOptional && !defaults) {
      store.remove(path);
    } else {
      store.removeItem(path, index);
    }
    addButton.current?.focus();
  };
  const add = () => {
    // An absent list stands for its default: adding to it keeps what the server would have filled in.
    if (length === undefined && defaults) {
      store.set(path, defaults);
    }
    const index = length ?? defaults?.length ?? 0;
    store.insertItem(path, item ? emptyValueOf(item) : null);
    focusEntry(index);
  };

  return (
    <EntriesSection
      field={props}
      hintedDefault={length === undefined ? defaults : undefined}
      entryTitle={itemTitle}
      addButton={addButton}
      onAdd={add}
    >
      {item && length !== undefined && length > 0 && (
        <ol className={classes.entries}>
          {Array.from({ length }, (_, index) => (
            <li key={index} className={classes.entry}>
              <div className={classes.content}>
                <FormField
                  node={item}
                  path={[...path, index]}
                  label={`${itemTitle} ${index + 1}`}
                  isEntry
                />
              </div>
              <EntryActions
                label={`${itemTitle} ${index + 1}`}
                isDisabled={isDisabled}
                onRemove={() => remove(index)}
                onMoveUp={index > 0 ? () => move(index, index - 1) : undefined}
                onMoveDown={
                  index < length - 1 ? () => move(index, index + 1) : undefined
                }
              />
            </li>
          ))}
        </ol>
      )}
    </EntriesSection>
  );
}
