import { useEffect, useMemo, useRef, useState } from 'react';
import { Alert, Button, Flex } from '@backstage/ui';
import type {
  FieldError,
  JsonObject,
  PromiseDetail,
  ResourceRequest,
} from '@promissory/plugin-promises-common';
import {
  PromiseForm,
  type PromiseFormHandle,
} from '@promissory/plugin-promises-react';
import { Section } from '../layout/Section';
import { ViolationList } from '../request/violations/ViolationList';
import { ExampleButton } from './ExampleButton';
import type { OrderDraft } from './OrderDraft';
import type { PlacedViolations } from './placeViolations';
import { splitErrors } from './splitErrors';
import { useSameWhileEqual } from './useSameWhileEqual';
import { TargetFields } from './target/TargetFields';
import { checkName } from './target/checkName';
import styles from './OrderForm.module.css';

/** Where the order goes and what is ordered. */
export function OrderForm(props: {
  readonly promise: PromiseDetail;
  readonly draft: OrderDraft;
  /** The request that is changed. */
  readonly current?: ResourceRequest;
  /** What the server found wrong at the last try. */
  readonly errors: readonly FieldError[];
  /** What the newest run of the request found, and the draft has not mended. */
  readonly violations: PlacedViolations;
  /** Path of the field to lead to; told when that was done. */
  readonly field?: string;
  readonly isChecking: boolean;
  readonly onChange: (part: Partial<OrderDraft>) => void;
  readonly onReview: () => void;
  readonly onFieldShown: () => void;
}) {
  const { promise, draft, current, errors, isChecking, onChange } = props;
  const { violations, field, onFieldShown } = props;
  const [isChecked, setChecked] = useState(false);
  const split = useMemo(() => splitErrors(errors), [errors]);
  // What the server says of this try counts more than what an earlier one led to.
  const specErrors = errors.length > 0 ? split.spec : violations.errors;
  const specForm = useRef<PromiseFormHandle>(null);
  const target = useRef<HTMLDivElement>(null);
  const schema = useSameWhileEqual(promise.schema);
  const oldSpec = useSameWhileEqual(current?.spec as JsonObject | undefined);

  useEffect(() => {
    if (field) {
      specForm.current?.focusField(field);
      onFieldShown();
    }
  }, [field, onFieldShown]);

  const submit = () => {
    setChecked(true);
    const isSpecGood = specForm.current?.submit().errors.length === 0;
    const isNameGood =
      current !== undefined || checkName(draft.name) === undefined;
    if (isSpecGood && isNameGood) {
      props.onReview();
    } else if (isSpecGood) {
      target.current?.querySelector('input')?.focus();
    }
  };

  return (
    <form
      noValidate
      className={styles.form}
      onSubmit={event => {
        event.preventDefault();
        submit();
      }}
    >
      {split.other.length > 0 && (
        <Alert
          status="danger"
          icon
          role="alert"
          title="This was not accepted"
          description={split.other
            .map(({ path, message }) =>
              path ? `${path}: ${message}` : message,
            )
            .join('\n')}
        />
      )}
      {violations.other.length > 0 && (
        <Section title="Rules that it breaks">
          <ViolationList violations={violations.other} />
        </Section>
      )}
      {!current && (
        <Section title="Request">
          <div ref={target}>
            <TargetFields
              draft={draft}
              choices={promise.namespaces}
              errors={split}
              isChecked={isChecked}
              onChange={onChange}
            />
          </div>
        </Section>
      )}
      <Section
        title={promise.title}
        aside={
          !current && (
            <ExampleButton
              promise={promise}
              onFill={spec => onChange({ spec })}
            />
          )
        }
      >
        <PromiseForm
          ref={specForm}
          schema={schema ?? {}}
          value={draft.spec}
          oldValue={oldSpec}
          errors={specErrors}
          warnings={violations.warnings}
          onChange={spec => onChange({ spec })}
        />
      </Section>
      <Flex gap="2">
        <Button type="submit" size="medium" isPending={isChecking}>
          Review
        </Button>
      </Flex>
    </form>
  );
}
