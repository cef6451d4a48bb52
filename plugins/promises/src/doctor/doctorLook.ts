import {
  RiAlertLine,
  RiCheckLine,
  RiErrorWarningLine,
  type RemixiconComponentType,
} from '@remixicon/react';
import type { DoctorStatus } from '@promissory/plugin-promises-common';
import type { Tone } from '@promissory/plugin-promises-react';

/** How each outcome of a check is shown. */
export const doctorLook: Readonly<
  Record<
    DoctorStatus,
    {
      readonly tone: Tone;
      readonly icon: RemixiconComponentType;
      readonly label: string;
    }
  >
> = {
  ok: { tone: 'success', icon: RiCheckLine, label: 'Well' },
  warning: { tone: 'warning', icon: RiAlertLine, label: 'Warning' },
  error: { tone: 'danger', icon: RiErrorWarningLine, label: 'Error' },
};
