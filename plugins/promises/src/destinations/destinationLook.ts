import {
  RiAlertLine,
  RiCheckLine,
  RiDeleteBinLine,
  RiErrorWarningLine,
  RiPlugLine,
  RiQuestionLine,
  RiShieldCrossLine,
  type RemixiconComponentType,
} from '@remixicon/react';
import type {
  DestinationInfo,
  StateStoreInfo,
} from '@promissory/plugin-promises-common';
import type { Tone } from '@promissory/plugin-promises-react';

/** How each state of a Destination or state store is shown. */
export const destinationLook: Readonly<
  Record<
    DestinationInfo['state'] | StateStoreInfo['state'],
    {
      readonly tone: Tone;
      readonly icon: RemixiconComponentType;
      readonly label: string;
    }
  >
> = {
  Ready: { tone: 'success', icon: RiCheckLine, label: 'Ready' },
  NotReady: { tone: 'danger', icon: RiErrorWarningLine, label: 'Not ready' },
  Unknown: { tone: 'neutral', icon: RiQuestionLine, label: 'Not tried yet' },
  Disconnected: { tone: 'warning', icon: RiPlugLine, label: 'Disconnected' },
  Untrusted: { tone: 'danger', icon: RiShieldCrossLine, label: 'Untrusted' },
  Invalid: { tone: 'danger', icon: RiAlertLine, label: 'Invalid' },
  Removing: { tone: 'warning', icon: RiDeleteBinLine, label: 'Being removed' },
};
