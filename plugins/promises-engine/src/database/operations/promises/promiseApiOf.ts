import type { PromiseApi } from '@promissory/plugin-promises-common';
import type { PromiseRow } from '../../rows/rows';

/** The API that a Promise offers, if it offers one. */
export function promiseApiOf(
  row: Pick<
    PromiseRow,
    'api_group' | 'api_version' | 'api_kind' | 'api_plural'
  >,
): PromiseApi | undefined {
  return row.api_group === null
    ? undefined
    : {
        group: row.api_group,
        version: row.api_version ?? '',
        kind: row.api_kind ?? '',
        plural: row.api_plural ?? '',
      };
}
