import type { DoctorReport } from '@promissory/plugin-promises-common';

/** A report in one line: `1 error, 2 warnings, 13 of 16 parts are well`. */
export function describeReport({
  checks,
}: Pick<DoctorReport, 'checks'>): string {
  const results = checks.flatMap(check => check.results);
  const count = (status: string) =>
    results.filter(result => result.status === status).length;
  const well = checks.filter(({ status }) => status === 'ok').length;
  return [
    ...counted(count('error'), 'error'),
    ...counted(count('warning'), 'warning'),
    `${well} of ${checks.length} parts are well`,
  ].join(', ');
}

function counted(count: number, noun: string): string[] {
  return count === 0 ? [] : [`${count} ${noun}${count === 1 ? '' : 's'}`];
}
