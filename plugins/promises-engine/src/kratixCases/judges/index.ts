import type { Judge } from '../Judge';
import { admission } from './admission';
import { destinationSelectors } from './destinationSelectors';
import { engine } from './engine';
import { hash } from './hash';
import { naming } from './naming';
import { pod } from './pod';
import { scheduling } from './scheduling';
import { status } from './status';
import { workflowControl } from './workflowControl';
import { workWriter } from './workWriter';

/** Those who give this engine's answers, by area. */
export const judges: Readonly<Record<string, readonly Judge[]>> = {
  admission,
  'destination-selectors': destinationSelectors,
  engine,
  hash,
  naming,
  pod,
  scheduling,
  status,
  'work-writer': workWriter,
  'workflow-control': workflowControl,
};
