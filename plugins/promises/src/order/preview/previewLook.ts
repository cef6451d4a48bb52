import {
  RiAddCircleLine,
  RiCheckLine,
  RiDeleteBinLine,
  RiEditLine,
} from '@remixicon/react';
import type {
  PreviewedFile,
  PreviewedRequest,
} from '@promissory/plugin-promises-common';

/** How a request that comes, changes or goes is shown. */
export const REQUEST_LOOKS = {
  Ordered: { tone: 'success', icon: RiAddCircleLine, label: 'New' },
  Changed: { tone: 'info', icon: RiEditLine, label: 'Changed' },
  Unchanged: { tone: 'neutral', icon: RiCheckLine, label: 'Stays as it is' },
  Deleted: { tone: 'danger', icon: RiDeleteBinLine, label: 'Deleted' },
} as const satisfies Record<PreviewedRequest['change'], unknown>;

/** The same for a file. */
export const FILE_LOOKS = {
  Added: REQUEST_LOOKS.Ordered,
  Changed: REQUEST_LOOKS.Changed,
  Removed: { ...REQUEST_LOOKS.Deleted, label: 'Removed' },
  Unchanged: REQUEST_LOOKS.Unchanged,
} as const satisfies Record<PreviewedFile['change'], unknown>;
