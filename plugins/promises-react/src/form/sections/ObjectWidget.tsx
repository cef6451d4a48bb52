import { formatPath, getAt } from '@promissory/plugin-promises-common';
import { RiDeleteBinLine } from '@remixicon/react';
import { ButtonIcon } from '@backstage/ui';
import { Fields } from '../Fields';
import { fieldId } from '../fieldId';
import type { FieldProps } from '../fields/FieldProps';
import { useForm } from '../FormContext';
import { emptyValueOf } from '../store/emptyValueOf';
import { useFormSnapshot } from '../useFormSnapshot';
import { AddRow } from './AddRow';
import { focusSoon } from './focusSoon';
import { Section } from './Section';
import { UnionChoice } from './UnionChoice';

/** An object: required ones are always there, optional ones once they are added. */
export function ObjectWidget(props: FieldProps) {
  const { node, path, label = node.title, defaultValue, isEntry } = props;
  const { store, idPrefix, isDisabled } = useForm();
  const isPresent = useFormSnapshot(
    path,
    () => store.valueAt(path) !== undefined,
  );
  const isOptional = !node.required && !isEntry;

  if (!isPresent && isOptional && defaultValue === undefined) {
    return (
      <AddRow
        path={path}
        title={label}
        description={node.description}
        onAdd={() => {
          store.set(path, emptyValueOf(node));
          store.setSectionOpen(formatPath(path), true);
          const first = node.children()[0];
          focusSoon(
            fieldId(idPrefix, formatPath(first ? [...path, first.key] : path)),
          );
        }}
      />
    );
  }

  return (
    <Section
      path={path}
      title={label}
      description={node.description}
      remark={isOptional ? 'optional' : undefined}
      actions={
        isOptional &&
        isPresent && (
          <ButtonIcon
            size="small"
            variant="tertiary"
            aria-label={
              defaultValue === undefined
                ? `Remove ${label}`
                : `Use default: ${label}`
            }
            icon={<RiDeleteBinLine aria-hidden />}
            isDisabled={isDisabled}
            onPress={() => {
              store.remove(path);
              focusSoon(fieldId(idPrefix, formatPath(path)));
            }}
          />
        )
      }
    >
      {node.union?.exclusive && (
        <UnionChoice node={node} path={path} label={label} />
      )}
      <Fields
        nodes={node.children()}
        path={path}
        // Inside an object that is absent, its own default says what is filled in.
        defaultOf={child =>
          isPresent ? undefined : getAt(defaultValue, [child.key])
        }
      />
    </Section>
  );
}
