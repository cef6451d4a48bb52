import type { DoctorStatus } from '@promissory/plugin-promises-common';

const ORDER: readonly DoctorStatus[] = ['ok', 'warning', 'error'];

/** The worst of these; ok where there is none. */
export function worstStatus(
  parts: ReadonlyArray<{ readonly status: DoctorStatus }>,
): DoctorStatus {
  return parts.reduce<DoctorStatus>(
    (worst, { status }) =>
      ORDER.indexOf(status) > ORDER.indexOf(worst) ? status : worst,
    'ok',
  );
}
