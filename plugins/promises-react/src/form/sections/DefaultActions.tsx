import { Button } from '@backstage/ui';
import type { DataPath } from '@promissory/plugin-promises-common';
import { useForm } from '../FormContext';
import { useFormSnapshot } from '../useFormSnapshot';

/** Props of {@link DefaultActions}. */
export interface DefaultActionsProps {
  readonly path: DataPath;
  readonly label: string;
  readonly defaultValue: unknown;
}

/** Writes out the default of a list or map to change it, or goes back to it; nothing where there is no default. */
export function DefaultActions(props: DefaultActionsProps) {
  const { path, label, defaultValue } = props;
  const { store, isDisabled } = useForm();
  const isPresent = useFormSnapshot(
    path,
    () => store.valueAt(path) !== undefined,
  );
  const isEmpty = Object.keys(defaultValue ?? {}).length === 0;
  if (defaultValue === undefined || (isEmpty && !isPresent)) {
    return null;
  }
  const words = isPresent ? 'Use default' : 'Change default';
  return (
    <Button
      size="small"
      variant="tertiary"
      aria-label={`${words}: ${label}`}
      isDisabled={isDisabled}
      onPress={() =>
        isPresent ? store.remove(path) : store.set(path, defaultValue)
      }
    >
      {words}
    </Button>
  );
}
