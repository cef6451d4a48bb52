import type { JsonObject } from '@promissory/plugin-promises-common';
import type { Knex } from 'knex';
import { mergeStatus } from '../../../workflow/mergeStatus';
import { parseJson } from '../../json/parseJson';
import type { RequestRow } from '../../rows/rows';

/** Adds what a pipeline wrote to status.yaml to what is there. */
export async function mergeRequestStatus(
  transaction: Knex.Transaction,
  options: { readonly uid: string; readonly status: JsonObject },
): Promise<void> {
  const { uid, status } = options;
  if (Object.keys(status).length === 0) return;
  const row = await transaction<RequestRow>('requests')
    .where({ uid })
    .first('status', 'conditions');
  if (!row) return;
  const merged = mergeStatus(
    {
      fields: parseJson(row.status),
      conditions: parseJson(row.conditions),
    },
    status,
  );
  await transaction<RequestRow>('requests')
    .where({ uid })
    .update({
      status: JSON.stringify(merged.fields),
      conditions: JSON.stringify(merged.conditions),
    });
}
