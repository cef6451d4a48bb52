import { useEffect, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { Flex } from '@backstage/ui';
import type { PromiseDetail } from '@promissory/plugin-promises-common';
import { PromiseForm } from '@promissory/plugin-promises-react';
import { ExampleButton } from '../order/ExampleButton';
import type { OrderDraft } from '../order/OrderDraft';
import { Section } from '../layout/Section';
import { splitErrors } from '../order/splitErrors';
import { suggestName } from '../order/target/suggestName';
import { TargetFields } from '../order/target/TargetFields';
import { useSameWhileEqual } from '../order/useSameWhileEqual';
import { fromLines } from './fieldErrors';
import type { PromiseRequestValue } from './PromiseRequestValue';
import { draftOf, valueOf } from './requestValue';

/** Where the order goes, and the form of the Promise. */
export function RequestFields(props: {
  readonly promise: PromiseDetail;
  readonly value: PromiseRequestValue | undefined;
  /** What the last try to go on has found. */
  readonly lines: readonly string[];
  readonly disabled: boolean | undefined;
  readonly onChange: (value: PromiseRequestValue) => void;
}) {
  const { promise, value, disabled, onChange } = props;
  // The wizard copies what it is told: the form keeps what it has, or each key press would draw it anew.
  const [draft, setDraft] = useState(() =>
    draftOf(promise, value, suggestName(promise.name, Math.random)),
  );
  const [changed, setChanged] = useState<ReadonlySet<string>>(new Set());
  const schema = useSameWhileEqual(promise.schema);
  const lines = useSameWhileEqual(props.lines);
  const errors = useMemo(() => splitErrors(fromLines(lines)), [lines]);
  useTold(
    useMemo(() => valueOf(promise.name, draft), [promise.name, draft]),
    {
      held: value,
      onChange,
    },
  );
  useEffect(() => setChanged(new Set()), [lines]);

  const change = (part: Partial<OrderDraft>) => {
    setDraft(before => ({ ...before, ...part }));
    setChanged(before => new Set([...before, ...Object.keys(part)]));
  };

  return (
    <Flex direction="column" gap="4">
      <Section title="Request">
        <TargetFields
          draft={draft}
          choices={promise.namespaces}
          errors={{
            ...errors,
            ...(changed.has('name') && { name: undefined }),
            ...(changed.has('namespace') && { namespace: undefined }),
            ...(changed.has('owner') && { owner: undefined }),
          }}
          isChecked={lines.length > 0}
          onChange={change}
        />
      </Section>
      <Section
        title={promise.title}
        aside={
          <ExampleButton
            promise={promise}
            isDisabled={disabled}
            onFill={spec => change({ spec })}
          />
        }
      >
        <PromiseForm
          schema={schema ?? {}}
          value={draft.spec}
          errors={errors.spec}
          withoutSummary
          disabled={disabled}
          onChange={spec => change({ spec })}
        />
      </Section>
    </Flex>
  );
}

/**
 * Tells the wizard of a value that it does not have. Each at a moment of its own, and drawn at once: of several fields
 * that tell it something together, the wizard would keep the last alone.
 */
function useTold(
  value: PromiseRequestValue,
  wizard: {
    readonly held: PromiseRequestValue | undefined;
    readonly onChange: (value: PromiseRequestValue) => void;
  },
): void {
  const latest = useRef(wizard);
  latest.current = wizard;
  useEffect(() => {
    if (JSON.stringify(latest.current.held) === JSON.stringify(value))
      return undefined;
    const timer = setTimeout(() =>
      flushSync(() => latest.current.onChange(value)),
    );
    return () => clearTimeout(timer);
  }, [value]);
}
