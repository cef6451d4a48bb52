import { useCallback, useEffect, useRef, useState } from 'react';
import { Alert, Button } from '@backstage/ui';
import { useApi } from '@backstage/core-plugin-api';
import type {
  FieldError,
  JsonObject,
  PromiseDetail,
  ResourceRequest,
} from '@promissory/plugin-promises-common';
import { promisesApiRef, statusOf } from '@promissory/plugin-promises-react';
import type { OrderDraft } from './OrderDraft';
import { OrderForm } from './OrderForm';
import { Review } from './review/Review';
import { Problem } from './Problem';
import { changedPaths } from './splitErrors';
import { bodyOf, useSendOrder } from './useSendOrder';
import { useDraft } from './draft/useDraft';
import { useViolations } from './useViolations';
import styles from './OrderSteps.module.css';

/** Fill in, review, send: of an order, or of a change where `current` is given. */
export function OrderSteps(props: {
  readonly promise: PromiseDetail;
  readonly draftKey: string;
  readonly initial: OrderDraft;
  /** The request that is changed, as the person began from it. */
  readonly current?: ResourceRequest;
  /** Path of the field that the person came for. */
  readonly field?: string;
  readonly onSent: (request: ResourceRequest) => void;
  /** Somebody else changed the request: what is shown of it is old. */
  readonly onOvertaken?: () => void;
}) {
  const { promise, draftKey, initial, current, onSent, onOvertaken } = props;
  const api = useApi(promisesApiRef);
  const draft = useDraft(draftKey, initial);
  const sender = useSendOrder({ promise: promise.name, etag: current?.etag });
  const violations = useViolations(current, draft.draft);
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const [field, setField] = useState(props.field);
  const [problem, setProblem] = useState<unknown>();
  const [reviewed, setReviewed] = useState<JsonObject>();
  const [isChecking, setChecking] = useState(false);
  const isBusy = useRef(false);
  const steps = useRef<HTMLDivElement>(null);
  const etag = current?.etag;

  // Who goes on from another version has left the conflict behind.
  useEffect(() => setProblem(undefined), [etag]);

  /** The button that was pressed may be far below what came of it, and what came of it may be above the steps. */
  const showOutcome = () =>
    setTimeout(() => {
      steps.current?.focus({ preventScroll: true });
      steps.current?.closest('main')?.scrollIntoView?.({ block: 'start' });
    });

  const review = async () => {
    if (isBusy.current) {
      return;
    }
    isBusy.current = true;
    setChecking(true);
    setProblem(undefined);
    try {
      const { namespace, name } = draft.draft;
      const verdict = await api.validateRequest(promise.name, {
        ...bodyOf(draft.draft),
        namespace,
        name,
        mustBeNew: current === undefined,
      });
      setErrors(verdict.errors);
      setReviewed(verdict.valid ? (verdict.object as JsonObject) : undefined);
    } catch (error) {
      setProblem(error);
    } finally {
      isBusy.current = false;
      setChecking(false);
      showOutcome();
    }
  };

  const send = async () => {
    setProblem(undefined);
    const outcome = await sender.send(draft.draft);
    switch (outcome.kind) {
      case 'sent':
        draft.finish();
        onSent(outcome.request);
        break;
      case 'refused':
        setErrors(outcome.errors);
        setReviewed(undefined);
        showOutcome();
        break;
      case 'failed':
        setProblem(outcome.error);
        showOutcome();
        if (statusOf(outcome.error) === 412) {
          onOvertaken?.();
        }
        break;
      default:
    }
  };

  const forgetField = useCallback(() => setField(undefined), []);

  const change = (part: Partial<OrderDraft>) => {
    // What was said of a name or namespace does not hold for another one; the form does the same for its fields.
    const paths = changedPaths(part);
    if (errors.some(({ path }) => paths.includes(path))) {
      setErrors(errors.filter(({ path }) => !paths.includes(path)));
    }
    draft.change(part);
  };

  return (
    <div ref={steps} tabIndex={-1} className={styles.steps}>
      {draft.isRestored && !reviewed && (
        <Alert
          status="info"
          icon
          title="This is your draft from before"
          customActions={
            <Button
              size="small"
              variant="tertiary"
              onPress={() => {
                setErrors([]);
                draft.discard();
              }}
            >
              Begin anew
            </Button>
          }
        />
      )}
      {problem !== undefined && <Problem error={problem} />}
      {reviewed ? (
        <Review
          draft={draft.draft}
          object={reviewed}
          promise={promise}
          current={current}
          isSending={sender.isSending}
          onComment={comment => draft.change({ comment })}
          onBack={() => {
            setReviewed(undefined);
            showOutcome();
          }}
          onSend={send}
        />
      ) : (
        <OrderForm
          key={draft.edition}
          promise={promise}
          draft={draft.draft}
          current={current}
          errors={errors}
          violations={violations}
          field={field}
          isChecking={isChecking}
          onChange={change}
          onReview={review}
          onFieldShown={forgetField}
        />
      )}
    </div>
  );
}
