import { InputError } from '@backstage/errors';
import type { WaitGoal } from './WaitGoal';

/**
 * The goal that a template asks for. Refuses `ready` before anything is done: nothing reports the health of what was
 * delivered, so a step that waited for it would never end.
 */
export function readGoal(
  wait: WaitGoal | 'ready' | undefined,
  absent: WaitGoal,
): WaitGoal {
  if (wait === 'ready') {
    throw new InputError(
      'wait: ready cannot be waited for, because no health source reports whether what was delivered works; use wait: delivered, which ends when everything is written to its destinations',
    );
  }
  return wait ?? absent;
}
