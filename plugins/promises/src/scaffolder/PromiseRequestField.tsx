import { Alert } from '@backstage/ui';
import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { usePromise } from '@promissory/plugin-promises-react';
import { LoadedView } from '../feedback/LoadedView';
import { orderHint } from '../marketplace/orderHint';
import type {
  PromiseRequestOptions,
  PromiseRequestValue,
} from './PromiseRequestValue';
import { RequestFields } from './RequestFields';

/** The form of a Promise in the wizard of the scaffolder. */
export function PromiseRequestField(
  props: FieldExtensionComponentProps<
    PromiseRequestValue,
    PromiseRequestOptions
  >,
) {
  const { formData, rawErrors = [], disabled, readonly, onChange } = props;
  const promiseName =
    props.uiSchema['ui:options']?.promise ?? formData?.promise ?? '';
  return promiseName ? (
    <LoadedForm
      promiseName={promiseName}
      value={formData}
      lines={rawErrors}
      disabled={disabled || readonly}
      onChange={onChange}
    />
  ) : (
    <Alert
      status="danger"
      icon
      title="This template does not say what is ordered"
      description="The field PromiseRequest needs ui:options with the name of a Promise: {promise: postgresql}"
    />
  );
}

function LoadedForm(props: {
  readonly promiseName: string;
  readonly value: PromiseRequestValue | undefined;
  readonly lines: readonly string[];
  readonly disabled: boolean | undefined;
  readonly onChange: (value: PromiseRequestValue) => void;
}) {
  const { promiseName, ...rest } = props;
  const promise = usePromise(promiseName);
  return (
    <LoadedView
      loaded={promise}
      what={`the Promise ${promiseName}`}
      shape="form"
    >
      {data => {
        const hint = orderHint(data);
        return hint.orderable ? (
          <RequestFields promise={data} {...rest} />
        ) : (
          <Alert
            status="warning"
            icon
            title={`${data.title} cannot be ordered now`}
            description={[hint.reason, hint.remedy].filter(Boolean).join(' ')}
          />
        );
      }}
    </LoadedView>
  );
}
