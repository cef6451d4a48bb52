import { useState } from 'react';
import { Button } from '@backstage/ui';
import {
  formatPath,
  type DataPath,
  type FormNode,
} from '@promissory/plugin-promises-common';
import { FormField } from './FormField';
import { useFormSnapshot } from './useFormSnapshot';

/** Props of {@link Fields}. */
export interface FieldsProps {
  readonly nodes: readonly FormNode[];
  /** Path of the object that they belong to. */
  readonly path: DataPath;
  /** Default of a field where it is not the field's own. */
  readonly defaultOf?: (node: FormNode) => unknown;
}

/** Drawn at once; the rest when it is asked for, so that the largest object is there at once. */
const FIRST = 60;

/** The fields of an object. */
export function Fields({ nodes, path, defaultOf }: FieldsProps) {
  const [isAsked, setIsAsked] = useState(nodes.length <= FIRST);
  // A link of the error summary leads to a field that is not drawn yet.
  const isRevealed = useFormSnapshot(
    path,
    store =>
      !isAsked &&
      nodes
        .slice(FIRST)
        .some(({ key }) => store.isSectionOpen(formatPath([...path, key]))),
  );
  const isAll = isAsked || isRevealed;
  return (
    <>
      {(isAll ? nodes : nodes.slice(0, FIRST)).map(node => (
        <FormField
          key={node.key}
          node={node}
          path={[...path, node.key]}
          defaultValue={defaultOf?.(node) ?? node.defaultValue}
        />
      ))}
      {!isAll && (
        <Button variant="secondary" onPress={() => setIsAsked(true)}>
          {`Show ${nodes.length - FIRST} more fields`}
        </Button>
      )}
    </>
  );
}
