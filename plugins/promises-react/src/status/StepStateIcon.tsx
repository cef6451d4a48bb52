import {
  RiCheckboxCircleFill,
  RiCircleLine,
  RiCloseCircleFill,
  RiLoader4Line,
  RiSkipForwardLine,
  type RemixiconComponentType,
} from '@remixicon/react';
import type { Step } from '@promissory/plugin-promises-common';
import classes from './StepStateIcon.module.css';

/** Props of {@link StepStateIcon}. @public */
export interface StepStateIconProps {
  readonly state: Step['state'];
  /** In pixels, 18 unless given. */
  readonly size?: number;
}

const icons: Record<Step['state'], RemixiconComponentType> = {
  Pending: RiCircleLine,
  Running: RiLoader4Line,
  Succeeded: RiCheckboxCircleFill,
  Failed: RiCloseCircleFill,
  Skipped: RiSkipForwardLine,
};

/** State of a step as an icon that is read as a word. @public */
export function StepStateIcon({ state, size = 18 }: StepStateIconProps) {
  const Icon = icons[state];
  return (
    <Icon
      role="img"
      aria-label={state}
      size={size}
      className={`${classes.icon} ${classes[state.toLowerCase()]}`}
    />
  );
}
