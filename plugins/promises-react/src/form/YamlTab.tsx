import { useMemo, useState, useSyncExternalStore } from 'react';
import { formatPath } from '@promissory/plugin-promises-common';
import { locateProblems } from '../yaml/locateProblems';
import { parseYaml } from '../yaml/parseYaml';
import { patchYaml } from '../yaml/patchYaml';
import { YamlEditor } from '../yaml/YamlEditor';
import { namedError } from './errors/namedError';
import { FieldErrors } from './errors/FieldErrors';
import { fieldId } from './fieldId';
import { useForm } from './FormContext';
import { useFormSnapshot } from './useFormSnapshot';

/** Props of {@link YamlTab}. */
export interface YamlTabProps {
  /** The text when it was left last: its comments stay. */
  readonly lastText: string;
  readonly onText: (text: string) => void;
}

/** The whole value as YAML. Every text that can be read is the value at once. */
export function YamlTab({ lastText, onText }: YamlTabProps) {
  const { store, idPrefix, isDisabled } = useForm();
  const { base } = store;
  const draft = useFormSnapshot(base, (_, key) => store.draftAt(key));
  const [text, setText] = useState(
    () => draft?.text ?? patchYaml(lastText, store.value() ?? {}),
  );
  const errors = useSyncExternalStore(
    listener => store.subscribeErrors(listener),
    store.allErrors,
  );
  const problems = useMemo(() => {
    const parsed = parseYaml(text);
    return 'problems' in parsed
      ? parsed.problems
      : locateProblems(text, base, errors);
  }, [text, base, errors]);

  const onChange = (next: string) => {
    setText(next);
    onText(next);
    const parsed = parseYaml(next);
    if ('message' in parsed) {
      store.setDraft(base, { text: next, message: parsed.message });
    } else if (!isObject(parsed.value ?? {})) {
      const message = 'This has to be a mapping of fields to values';
      store.setDraft(base, { text: next, message });
    } else {
      store.replace(parsed.value ?? {});
    }
  };

  const id = fieldId(idPrefix, formatPath(base));
  const messages = draft
    ? [draft.message]
    : errors.map(({ path, message }) => namedError(path, message));
  return (
    <div id={id}>
      <YamlEditor
        value={text}
        onChange={isDisabled ? undefined : onChange}
        aria-label="Request as YAML"
        aria-describedby={`${id}-error`}
        problems={problems}
        isInvalid={messages.length > 0}
        lines={16}
      />
      <FieldErrors id={`${id}-error`} label="The YAML" errors={messages} />
    </div>
  );
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
