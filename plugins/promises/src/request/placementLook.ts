import type { Placement } from '@promissory/plugin-promises-common';
import type { Tone } from '@promissory/plugin-promises-react';
import {
  RiAlertLine,
  RiCheckLine,
  RiCloseCircleFill,
  RiDeleteBinLine,
  RiQuestionLine,
  RiTimeLine,
  type RemixiconComponentType,
} from '@remixicon/react';

/** How each state of a placement is shown. */
export const placementLook: Readonly<
  Record<
    Placement['state'],
    { readonly tone: Tone; readonly icon: RemixiconComponentType }
  >
> = {
  Unscheduled: { tone: 'warning', icon: RiQuestionLine },
  Pending: { tone: 'neutral', icon: RiTimeLine },
  Written: { tone: 'success', icon: RiCheckLine },
  Failed: { tone: 'danger', icon: RiCloseCircleFill },
  Misplaced: { tone: 'warning', icon: RiAlertLine },
  Removing: { tone: 'warning', icon: RiDeleteBinLine },
  Removed: { tone: 'neutral', icon: RiDeleteBinLine },
};
