import {
  RiArrowDownLine,
  RiArrowUpLine,
  RiDeleteBinLine,
} from '@remixicon/react';
import { ButtonIcon } from '@backstage/ui';
import classes from './EntryActions.module.css';

/** Props of {@link EntryActions}. */
export interface EntryActionsProps {
  /** Name of the entry, for who hears it. */
  readonly label: string;
  readonly isDisabled: boolean;
  readonly onRemove: () => void;
  /** Absent where the entry is the first. */
  readonly onMoveUp?: () => void;
  /** Absent where the entry is the last. */
  readonly onMoveDown?: () => void;
}

/** What can be done with an entry of a list or map. */
export function EntryActions(props: EntryActionsProps) {
  const { label, isDisabled, onRemove, onMoveUp, onMoveDown } = props;
  return (
    <div className={classes.actions}>
      {onMoveUp && (
        <ButtonIcon
          size="small"
          variant="tertiary"
          aria-label={`Move ${label} up`}
          icon={<RiArrowUpLine aria-hidden />}
          isDisabled={isDisabled}
          onPress={onMoveUp}
        />
      )}
      {onMoveDown && (
        <ButtonIcon
          size="small"
          variant="tertiary"
          aria-label={`Move ${label} down`}
          icon={<RiArrowDownLine aria-hidden />}
          isDisabled={isDisabled}
          onPress={onMoveDown}
        />
      )}
      <ButtonIcon
        size="small"
        variant="tertiary"
        aria-label={`Remove ${label}`}
        icon={<RiDeleteBinLine aria-hidden />}
        isDisabled={isDisabled}
        onPress={onRemove}
      />
    </div>
  );
}
