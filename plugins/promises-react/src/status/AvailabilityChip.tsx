import {
  RiAlertLine,
  RiCheckLine,
  RiErrorWarningLine,
  RiForbidLine,
  RiInbox2Line,
  RiShieldCrossLine,
  type RemixiconComponentType,
} from '@remixicon/react';
import type { PromiseAvailability } from '@promissory/plugin-promises-common';
import { StatusChip } from './StatusChip';
import type { Tone } from './Tone';

/** Props of {@link AvailabilityChip}. @public */
export interface AvailabilityChipProps {
  readonly availability: PromiseAvailability;
  /** `small` unless given. */
  readonly size?: 'small' | 'large';
}

const looks: Record<
  PromiseAvailability['state'],
  { tone: Tone; icon: RemixiconComponentType }
> = {
  Available: { tone: 'success', icon: RiCheckLine },
  Unavailable: { tone: 'warning', icon: RiAlertLine },
  Withdrawn: { tone: 'neutral', icon: RiInbox2Line },
  Untrusted: { tone: 'danger', icon: RiShieldCrossLine },
  Invalid: { tone: 'danger', icon: RiErrorWarningLine },
  Refused: { tone: 'danger', icon: RiForbidLine },
};

/** Whether a Promise takes orders. @public */
export function AvailabilityChip(props: AvailabilityChipProps) {
  const { availability, size } = props;
  return (
    <StatusChip
      {...looks[availability.state]}
      label={availability.state}
      description={availability.message}
      size={size}
    />
  );
}
