import { Button } from '@backstage/ui';
import type {
  JsonObject,
  PromiseDetail,
} from '@promissory/plugin-promises-common';

/** Puts the example of a Promise into its form; nothing where the Promise has none. */
export function ExampleButton(props: {
  readonly promise: PromiseDetail;
  readonly isDisabled?: boolean;
  readonly onFill: (spec: JsonObject) => void;
}) {
  const { promise, isDisabled, onFill } = props;
  const example = promise.example as JsonObject | undefined;
  return example ? (
    <Button
      variant="tertiary"
      isDisabled={isDisabled}
      onPress={() => onFill(example)}
    >
      Fill in the example
    </Button>
  ) : null;
}
