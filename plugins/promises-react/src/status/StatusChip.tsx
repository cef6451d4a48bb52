import type { RemixiconComponentType } from '@remixicon/react';
import type { Tone } from './Tone';
import tones from './tones.module.css';
import classes from './StatusChip.module.css';

/** A state in words, with a colour and an icon that say the same. @public */
export interface StatusChipProps {
  readonly tone: Tone;
  readonly icon: RemixiconComponentType;
  readonly label: string;
  /** Shown on hover and read after the label. */
  readonly description?: string;
  /** Something is going on: the icon turns, unless the person prefers less motion. */
  readonly isTurning?: boolean;
  /** `small` unless given. */
  readonly size?: 'small' | 'large';
}

/** A state in words, with a colour and an icon that say the same. @public */
export function StatusChip(props: StatusChipProps) {
  const { tone, icon: Icon, label, description, isTurning, size } = props;
  const isLarge = size === 'large';
  return (
    <span
      className={[
        classes.chip,
        tones[tone],
        ...(isLarge ? [classes.large] : []),
      ].join(' ')}
      data-tone={tone}
      title={description}
    >
      <Icon
        aria-hidden
        size={isLarge ? 20 : 14}
        className={isTurning ? classes.turning : undefined}
      />
      <span className={classes.label}>{label}</span>
    </span>
  );
}
