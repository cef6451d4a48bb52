import { toError } from '@backstage/errors';
import { Expectation } from './Expectation';
import type { Judge } from './Judge';
import type { KratixCase } from './KratixCase';

/** What became of a case. */
export interface CaseVerdict {
  readonly id: string;
  /** `missing`: nobody knows what is given, or nobody has looked at all that is expected. */
  readonly outcome: 'asserted' | 'differing' | 'notApplicable' | 'missing';
  /** Why it is not `asserted`. */
  readonly reasons: readonly string[];
}

/** Asks the judges of its area. */
export async function judgeCase(
  one: KratixCase,
  options: {
    readonly judges: Readonly<Record<string, readonly Judge[]>>;
    /** Why a case says nothing about an engine that has no cluster, by id. */
    readonly notApplicable: Readonly<Record<string, string>>;
  },
): Promise<CaseVerdict> {
  const { id, area, given, expect } = one;
  const reason = options.notApplicable[id];
  if (reason) return { id, outcome: 'notApplicable', reasons: [reason] };
  const expectation = Expectation.of(expect);
  for (const judge of options.judges[area] ?? []) {
    const answer = judge(given);
    if (!answer) continue;
    try {
      await answer(expectation);
    } catch (error) {
      const { message } = toError(error);
      return { id, outcome: 'differing', reasons: [`failed: ${message}`] };
    }
    const { unread, differences } = expectation;
    if (unread.length > 0) {
      const reasons = unread.map(key => `nobody has looked at ${key}`);
      return { id, outcome: 'missing', reasons };
    }
    return differences.length > 0
      ? { id, outcome: 'differing', reasons: differences }
      : { id, outcome: 'asserted', reasons: [] };
  }
  const keys = Object.keys(given).join(', ');
  const what = `nobody in area ${area} knows what is given: ${keys}`;
  return { id, outcome: 'missing', reasons: [what] };
}
