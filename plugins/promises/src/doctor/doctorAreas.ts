import type {
  DoctorCheck,
  DoctorReport,
} from '@promissory/plugin-promises-common';

/** Checks that belong together. */
export interface DoctorArea {
  readonly id: DoctorCheck['area'];
  readonly title: string;
  readonly checks: readonly DoctorCheck[];
}

const TITLES: Readonly<Record<DoctorCheck['area'], string>> = {
  catalog: 'Catalog',
  promises: 'Promises',
  delivery: 'Delivery',
  backend: 'Backend',
  permissions: 'Permissions',
};

/** The areas of a report that have something to show; with `onlyProblems` what is well is left out, results too. */
export function doctorAreas(
  report: Pick<DoctorReport, 'checks'>,
  options: { readonly onlyProblems: boolean },
): DoctorArea[] {
  const shown = options.onlyProblems
    ? report.checks
        .filter(({ status }) => status !== 'ok')
        .map(check => ({
          ...check,
          results: check.results.filter(({ status }) => status !== 'ok'),
        }))
    : report.checks;
  return Object.entries(TITLES)
    .map(([id, title]) => ({
      id: id as DoctorCheck['area'],
      title,
      checks: shown.filter(({ area }) => area === id),
    }))
    .filter(({ checks }) => checks.length > 0);
}
