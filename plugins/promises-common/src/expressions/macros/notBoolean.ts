import { Fault } from '../evaluation/Fault';
import { typeNameOf } from '../values/typeNameOf';
import type { MacroCall } from './MacroCall';

/** The fault of a condition that is neither true nor false. */
export function notBoolean({ name }: MacroCall, value: unknown): Fault {
  return new Fault(
    `the condition of ${name} must be true or false, not ${typeNameOf(value)}`,
  );
}
