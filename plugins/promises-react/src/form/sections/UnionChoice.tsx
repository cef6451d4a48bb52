import type { DataPath, FormNode } from '@promissory/plugin-promises-common';
import { Radio, RadioGroup, Select } from '@backstage/ui';
import { useForm } from '../FormContext';
import { emptyValueOf } from '../store/emptyValueOf';
import { useFormSnapshot } from '../useFormSnapshot';

/** Up to here all alternatives are seen at once. */
const FEW = 4;

/** What {@link UnionChoice} needs. */
export interface UnionChoiceProps {
  /** An object whose union is a choice of its properties. */
  readonly node: FormNode;
  readonly path: DataPath;
  readonly label: string;
}

/**
 * The choice between the alternatives of an object. Choosing one adds the properties that it asks for and takes away
 * those that only others ask for.
 */
export function UnionChoice({ node, path, label }: UnionChoiceProps) {
  const { store, isDisabled } = useForm();
  const alternatives = node.union?.alternatives ?? [];
  const chosen = useFormSnapshot(path, () => {
    const isThere = (key: string) =>
      store.valueAt([...path, key]) !== undefined;
    // The one that asks for the most of what is there.
    const [best] = alternatives
      .map(({ keys }, index) => ({ keys, index }))
      .filter(({ keys }) => keys.every(isThere))
      .sort((one, other) => other.keys.length - one.keys.length);
    return best === undefined ? null : String(best.index);
  });

  const choose = (id: unknown) => {
    const keys = alternatives[Number(id)]?.keys ?? [];
    for (const key of new Set(alternatives.flatMap(other => other.keys))) {
      const child = node.children().find(other => other.key === key);
      const at = [...path, key];
      const isThere = store.valueAt(at) !== undefined;
      if (!keys.includes(key)) {
        if (isThere) store.remove(at);
      } else if (child && !isThere) {
        store.set(at, emptyValueOf(child));
      }
    }
  };

  const options = alternatives.map((alternative, index) => ({
    id: String(index),
    label: alternative.label,
  }));
  const shared = {
    label: `Which of these: ${label}`,
    isDisabled,
    value: chosen,
    onChange: choose,
  };
  return options.length <= FEW ? (
    <RadioGroup {...shared}>
      {options.map(({ id, label: text }) => (
        <Radio key={id} value={id}>
          {text}
        </Radio>
      ))}
    </RadioGroup>
  ) : (
    <Select
      {...shared}
      size="small"
      options={options.map(({ id, label: text }) => ({ id, label: text }))}
    />
  );
}
