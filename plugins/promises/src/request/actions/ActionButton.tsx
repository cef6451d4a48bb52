import { useId, type ReactElement } from 'react';
import {
  Button,
  Focusable,
  Tooltip,
  TooltipTrigger,
  VisuallyHidden,
} from '@backstage/ui';
import styles from './ActionButton.module.css';

/** A button that, where it is not offered, stays reachable and says why. */
export function ActionButton(props: {
  readonly label: string;
  readonly icon: ReactElement;
  readonly whyNot: string | undefined;
  readonly isDestructive?: boolean;
  readonly isPending?: boolean;
  readonly onPress: () => void;
}) {
  const { label, icon, whyNot, isDestructive, isPending, onPress } = props;
  const reasonId = useId();
  if (!whyNot) {
    return (
      <Button
        variant="secondary"
        destructive={isDestructive}
        className={isDestructive ? styles.destructive : undefined}
        iconStart={icon}
        isPending={isPending}
        onPress={onPress}
      >
        {label}
      </Button>
    );
  }
  return (
    <TooltipTrigger delay={0}>
      <Focusable>
        <button
          type="button"
          className={styles.disabled}
          aria-disabled="true"
          aria-describedby={reasonId}
        >
          {icon}
          {label}
        </button>
      </Focusable>
      <VisuallyHidden id={reasonId}>{whyNot}</VisuallyHidden>
      <Tooltip>{whyNot}</Tooltip>
    </TooltipTrigger>
  );
}
