import type { Knex } from 'knex';
import { findRequirementCycle } from '../../../registry/findRequirementCycle';
import { requiredPromisesColumn } from '../../json';
import type { PromiseRow } from '../../rows/rows';

/** Promises of which each requires the next, from this one back to it; undefined where there is no such circle. */
export async function readRequirementCycle(
  knex: Knex,
  row: Pick<PromiseRow, 'platform' | 'name'>,
): Promise<string[] | undefined> {
  const rows = await knex<PromiseRow>('promises')
    .where({ platform: row.platform, holds_name: true })
    .whereNot('required_promises', '[]')
    .select('name', 'required_promises');
  return findRequirementCycle(
    row.name,
    new Map(
      rows.map(({ name, required_promises: required }) => [
        name,
        requiredPromisesColumn.parse(required).map(one => one.name),
      ]),
    ),
  );
}
