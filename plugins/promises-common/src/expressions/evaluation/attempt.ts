import type { Evaluate } from './Evaluate';
import { Fault } from './Fault';
import type { Scope } from './Scope';

/** Evaluates, with a fault as a value; a spent budget is not absorbed. */
export function attempt(evaluate: Evaluate, scope: Scope): unknown {
  try {
    return evaluate(scope);
  } catch (error) {
    if (error instanceof Fault && !error.final) return error;
    throw error;
  }
}
