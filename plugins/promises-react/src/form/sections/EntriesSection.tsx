import type { ReactNode, RefObject } from 'react';
import { RiAddLine } from '@remixicon/react';
import { Button } from '@backstage/ui';
import type { FieldProps } from '../fields/FieldProps';
import { hintText } from '../fields/hintText';
import { useForm } from '../FormContext';
import { DefaultActions } from './DefaultActions';
import { Section } from './Section';
import classes from './Entries.module.css';

/** Props of {@link EntriesSection}. */
export interface EntriesSectionProps {
  /** Those of the list or map. */
  readonly field: FieldProps;
  /** What is taken while there are no entries, where it is to be said. */
  readonly hintedDefault: unknown;
  /** Name of one entry. */
  readonly entryTitle: string;
  readonly addButton: RefObject<HTMLButtonElement>;
  readonly onAdd: () => void;
  readonly children: ReactNode;
}

/** The part of the form around the entries of a list or map, with the button that adds one. */
export function EntriesSection(props: EntriesSectionProps) {
  const { field, hintedDefault, entryTitle, addButton, onAdd, children } =
    props;
  const { node, path, label = node.title, defaultValue, isEntry } = field;
  const { isDisabled } = useForm();
  const hasHint = node.limits.length > 0 || hintedDefault !== undefined;
  return (
    <Section
      path={path}
      title={label}
      description={node.description}
      remark={!node.required && !isEntry ? 'optional' : undefined}
      actions={
        <DefaultActions path={path} label={label} defaultValue={defaultValue} />
      }
    >
      {hasHint && (
        <p className={classes.hint}>{hintText(node, hintedDefault)}</p>
      )}
      {children}
      <Button
        ref={addButton}
        variant="secondary"
        size="small"
        className={classes.add}
        iconStart={<RiAddLine aria-hidden />}
        isDisabled={isDisabled}
        onPress={onAdd}
      >
        {`Add ${entryTitle.toLocaleLowerCase('en')}`}
      </Button>
    </Section>
  );
}
