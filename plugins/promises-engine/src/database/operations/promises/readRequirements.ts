import type { Knex } from 'knex';
import {
  decideRequirement,
  type DecidedRequirement,
  type InstalledPromise,
} from '../../../registry/decideRequirement';
import { requiredPromisesColumn } from '../../json';
import type { PromiseRevisionRow, PromiseRow } from '../../rows/rows';

/** States of the Promises that the current revision of a Promise requires. */
export async function readRequirements(
  knex: Knex,
  row: Pick<PromiseRow, 'platform' | 'required_promises'>,
): Promise<DecidedRequirement[]> {
  const required = requiredPromisesColumn.parse(row.required_promises);
  if (required.length === 0) {
    return [];
  }
  const promises = await knex<PromiseRow>('promises')
    .where({ platform: row.platform, holds_name: true })
    .whereIn(
      'name',
      required.map(({ name }) => name),
    )
    .select('id', 'name', 'state');
  const revisions = await knex<PromiseRevisionRow>('promise_revisions')
    .whereIn(
      'promise_id',
      promises.map(({ id }) => id),
    )
    .select('promise_id', 'version');
  const byName = new Map(
    promises.map(({ id, name, state }): [string, InstalledPromise] => [
      name,
      {
        state,
        versions: revisions
          .filter(revision => revision.promise_id === id)
          .map(({ version }) => version),
      },
    ]),
  );
  return required.map(requirement =>
    decideRequirement(requirement, byName.get(requirement.name)),
  );
}
