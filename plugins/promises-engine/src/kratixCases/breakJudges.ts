import type { Judge } from './Judge';

/** Faults that have to be noticed. */
export const CASE_FAULTS = ['wrong', 'unread', 'unknown'] as const;

export type CaseFault = (typeof CASE_FAULTS)[number];

/** Judges that answer nothing right, look at nothing, or know nothing. */
export function breakJudges(
  judges: Readonly<Record<string, readonly Judge[]>>,
  fault: CaseFault,
): Readonly<Record<string, readonly Judge[]>> {
  if (fault === 'unknown') return {};
  const broken =
    (judge: Judge): Judge =>
    given => {
      const answer = judge(given);
      if (!answer) return undefined;
      return fault === 'unread'
        ? () => {}
        : () => {
            throw new Error('the answer is wrong on purpose');
          };
    };
  return Object.fromEntries(
    Object.entries(judges).map(([area, all]) => [area, all.map(broken)]),
  );
}
