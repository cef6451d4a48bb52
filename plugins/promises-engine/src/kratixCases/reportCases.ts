import type { CaseVerdict } from './judgeCase';

/** The figures of all cases, and what does not hold. */
export function reportCases(
  verdicts: readonly CaseVerdict[],
  options: {
    readonly known: Readonly<Record<string, string>>;
    readonly mostDifferences: number;
  },
) {
  const { known, mostDifferences } = options;
  const of = (outcome: CaseVerdict['outcome']) =>
    verdicts.filter(verdict => verdict.outcome === outcome);
  const differing = of('differing');
  const problems = [
    ...(verdicts.length === 0 ? ['there are no cases'] : []),
    ...differing
      .filter(({ id }) => !known[id])
      .map(({ id, reasons }) => `${id}: ${reasons.join('; ')}`),
    ...of('asserted')
      .filter(({ id }) => known[id])
      .map(({ id }) => `${id}: is as in Kratix, though known to differ`),
    ...of('missing').map(({ id, reasons }) => `${id}: ${reasons.join('; ')}`),
    ...(differing.length > mostDifferences
      ? [`${differing.length} differ, at most ${mostDifferences} may`]
      : []),
  ];
  return {
    ok: problems.length === 0,
    cases: verdicts.length,
    asserted: of('asserted').length,
    differing: differing.length,
    notApplicable: of('notApplicable').length,
    missing: of('missing').length,
    problems,
  };
}
