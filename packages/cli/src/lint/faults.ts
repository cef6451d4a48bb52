import type { DefinitionReport } from './lintDefinition';

type SpoilReport = (report: DefinitionReport) => DefinitionReport;

/** What the command must notice: a form that does not reach a field, and a schema that the API server refuses. */
const faults = {
  lost: report => ({
    ...report,
    coverage: report.coverage && {
      ...report.coverage,
      lost: [...report.coverage.lost, '/spec/lost'],
    },
  }),
  refused: report => ({
    ...report,
    findings: [
      ...report.findings,
      {
        rule: 'schema',
        severity: 'error',
        path: '',
        message: 'seeded: the API server refuses the schema',
      },
    ],
  }),
} satisfies Record<string, SpoilReport>;

/** Faults that the command must notice. */
export type LintFaultName = keyof typeof faults;

/** Their names. */
export const lintFaultNames = Object.keys(faults) as readonly LintFaultName[];

/** A report with a fault. */
export function withLintFault(
  report: DefinitionReport,
  name: LintFaultName,
): DefinitionReport {
  return faults[name](report);
}
