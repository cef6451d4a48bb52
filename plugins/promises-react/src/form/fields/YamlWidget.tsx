import { useMemo, useState } from 'react';
import { FieldLabel } from '@backstage/ui';
import type { YamlReason } from '@promissory/plugin-promises-common';
import { stringify } from 'yaml';
import { locateProblems } from '../../yaml/locateProblems';
import { parseYaml } from '../../yaml/parseYaml';
import { YamlEditor } from '../../yaml/YamlEditor';
import { namedError } from '../errors/namedError';
import { useField } from '../useField';
import { useFormSnapshot } from '../useFormSnapshot';
import { FieldFrame } from './FieldFrame';
import type { FieldProps } from './FieldProps';
import { sameValue } from './sameValue';

const reasons: Record<YamlReason, string> = {
  'preserve-unknown-fields': 'YAML: any fields are taken',
  'embedded-resource': 'YAML: a whole Kubernetes object',
  'no-type': 'YAML: any value is taken',
  union: 'YAML: one of several forms',
  'nested-too-deep': 'YAML: this is nested deeply',
  'no-widget': 'YAML',
};

/** Whatever has no widget of its own, as YAML. Text that cannot be read stays as it was typed. */
export function YamlWidget(props: FieldProps) {
  const { node, path, label = node.title, defaultValue, isEntry } = props;
  const field = useField(path);
  const [typed, setTyped] = useState('');
  const below = useFormSnapshot(path, (store, at) => store.errorsBelow(at));
  const { draft, value } = field;
  const text = draft?.text ?? textOf(value, typed);

  const problems = useMemo(() => {
    const parsed = parseYaml(text);
    return 'problems' in parsed
      ? parsed.problems
      : locateProblems(text, path, below);
  }, [text, below, path]);

  const onChange = (next: string) => {
    setTyped(next);
    const parsed = parseYaml(next);
    if ('message' in parsed) {
      field.store.setDraft(path, { text: next, message: parsed.message });
    } else if (parsed.value === undefined && !isEntry) {
      field.remove();
    } else {
      field.set(parsed.value ?? null);
    }
  };

  const reason = node.widget.kind === 'yaml' ? node.widget.reason : 'no-widget';
  return (
    <FieldFrame
      field={field}
      label={label}
      node={node}
      defaultValue={defaultValue}
      hint={reasons[reason]}
      moreErrors={below.map(error => namedError(error.path, error.message))}
    >
      <FieldLabel
        label={label}
        description={node.description}
        secondaryLabel={
          node.required && defaultValue === undefined && !isEntry
            ? 'Required'
            : undefined
        }
      />
      <YamlEditor
        value={text}
        onChange={field.isDisabled ? undefined : onChange}
        aria-label={label}
        aria-describedby={`${field.hintId} ${field.errorId}`}
        problems={problems}
        isInvalid={field.errors.length > 0 || below.length > 0}
      />
    </FieldFrame>
  );
}

/** What was typed, as long as it means the value; else the value as YAML. */
function textOf(value: unknown, typed: string): string {
  const parsed = parseYaml(typed);
  if ('value' in parsed && sameValue(parsed.value, value)) {
    return typed;
  }
  return value === undefined ? '' : stringify(value);
}
