import type { NewEvent } from '../events/types';
import type { ApplyRequestResult } from './types';

/** What applying did to the rows, and what has to follow. */
export interface AppliedRequest extends ApplyRequestResult {
  /** absent where nothing was written */
  readonly event?: NewEvent;
  /** the engine has something to do */
  readonly wake: boolean;
}
