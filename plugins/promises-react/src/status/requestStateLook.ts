import {
  RiAlertLine,
  RiArchiveLine,
  RiCheckboxCircleFill,
  RiCheckLine,
  RiCloseCircleFill,
  RiDeleteBinLine,
  RiHourglassLine,
  RiLoader4Line,
  RiPauseCircleFill,
  RiTimeLine,
  RiUploadCloud2Line,
  type RemixiconComponentType,
} from '@remixicon/react';
import type { RequestStateName } from '@promissory/plugin-promises-common';
import type { Tone } from './Tone';

/** How a state of a request is shown. @public */
export interface RequestStateLook {
  readonly tone: Tone;
  readonly icon: RemixiconComponentType;
  readonly label: string;
  /** What the state means, for whoever sees it for the first time. */
  readonly meaning: string;
  /** Work is going on; the next state comes by itself. */
  readonly isMoving: boolean;
}

/** How each state of a request is shown. Only `Ready` looks like the goal: `Delivered` has nobody who reports health. @public */
export const requestStateLook: Readonly<
  Record<RequestStateName, RequestStateLook>
> = {
  Pending: {
    tone: 'neutral',
    icon: RiTimeLine,
    label: 'Pending',
    meaning: 'Accepted, not started yet',
    isMoving: true,
  },
  Running: {
    tone: 'info',
    icon: RiLoader4Line,
    label: 'Running',
    meaning: 'The pipelines of the Promise are at work',
    isMoving: true,
  },
  Suspended: {
    tone: 'warning',
    icon: RiHourglassLine,
    label: 'Suspended',
    meaning: 'A pipeline asked to wait',
    isMoving: true,
  },
  Delivering: {
    tone: 'info',
    icon: RiUploadCloud2Line,
    label: 'Delivering',
    meaning: 'The files are being written to their destinations',
    isMoving: true,
  },
  Delivered: {
    tone: 'success',
    icon: RiCheckLine,
    label: 'Delivered',
    meaning: 'Every file is at its destination; nothing reports its health',
    isMoving: false,
  },
  Ready: {
    tone: 'success',
    icon: RiCheckboxCircleFill,
    label: 'Ready',
    meaning: 'Delivered, and everything that reports its health is well',
    isMoving: false,
  },
  Degraded: {
    tone: 'warning',
    icon: RiAlertLine,
    label: 'Degraded',
    meaning: 'An earlier version stands, or a part is unwell',
    isMoving: false,
  },
  Failed: {
    tone: 'danger',
    icon: RiCloseCircleFill,
    label: 'Failed',
    meaning: 'It was never delivered',
    isMoving: false,
  },
  Paused: {
    tone: 'neutral',
    icon: RiPauseCircleFill,
    label: 'Paused',
    meaning: 'Nothing happens until it is resumed',
    isMoving: false,
  },
  Deleting: {
    tone: 'warning',
    icon: RiDeleteBinLine,
    label: 'Deleting',
    meaning: 'What it brought is being removed',
    isMoving: true,
  },
  Deleted: {
    tone: 'neutral',
    icon: RiArchiveLine,
    label: 'Deleted',
    meaning: 'It is gone, with everything that it brought',
    isMoving: false,
  },
};
