import type { FieldProps } from './FieldProps';
import { IntOrStringWidget } from './IntOrStringWidget';
import { TextWidget } from './TextWidget';

const HINT = 'A quantity, for example 500m, 2 or 4Gi';

/** A quantity of Kubernetes. Where the schema takes whole numbers too, they are written without quotes. */
export function QuantityWidget(props: FieldProps) {
  const { widget } = props.node;
  return widget.kind === 'quantity' && widget.integer ? (
    <IntOrStringWidget {...props} hint={HINT} />
  ) : (
    <TextWidget {...props} hint={HINT} />
  );
}
