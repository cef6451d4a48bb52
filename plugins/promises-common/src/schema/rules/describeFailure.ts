import { Fault } from '../../expressions/evaluation/Fault';
import type { Scope } from '../../expressions/evaluation/Scope';
import type { CompiledRule } from './CompiledRule';

const LONGEST = 5 * 1024;

/** What to say about a rule that is broken: its messageExpression where it gives one line, else its message. */
export function describeFailure(rule: CompiledRule, scope: Scope): string {
  const computed = evaluateMessage(rule, scope);
  return computed ?? rule.message ?? `must satisfy ${rule.source}`;
}

function evaluateMessage(
  { messageProgram }: CompiledRule,
  scope: Scope,
): string | undefined {
  if (!messageProgram) return undefined;
  try {
    const message = messageProgram.evaluate(scope);
    if (typeof message !== 'string') return undefined;
    const line = message.trim();
    const usable =
      line !== '' && !line.includes('\n') && line.length <= LONGEST;
    return usable ? line : undefined;
  } catch (error) {
    if (error instanceof Fault) return undefined;
    throw error;
  }
}
