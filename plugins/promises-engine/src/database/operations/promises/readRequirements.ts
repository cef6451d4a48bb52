import type { PromiseRequirement } from '@promissory/plugin-promises-common';
import type { Knex } from 'knex';
import {
  decideRequirement,
  type InstalledPromise,
} from '../../../registry/decideRequirement';
import { cardColumn, requiredPromisesColumn } from '../../json';
import type { PromiseRevisionRow, PromiseRow } from '../../rows/rows';

/** A Promise that may require others. */
export type RequiringPromise = Pick<
  PromiseRow,
  'id' | 'platform' | 'required_promises'
>;

/** States of the Promises that the current revision of a Promise requires. */
export async function readRequirements(
  knex: Knex,
  row: RequiringPromise,
): Promise<PromiseRequirement[]> {
  const byId = await readRequirementsOf(knex, [row]);
  return byId.get(row.id) ?? [];
}

/** The same of many Promises of one platform at once, by id. */
export async function readRequirementsOf(
  knex: Knex,
  rows: readonly RequiringPromise[],
): Promise<Map<string, PromiseRequirement[]>> {
  const required = rows.map(row => ({
    id: row.id,
    promises: requiredPromisesColumn.parse(row.required_promises),
  }));
  const names = new Set(
    required.flatMap(({ promises }) => promises.map(({ name }) => name)),
  );
  const installed =
    names.size > 0
      ? await readInstalled(knex, rows[0].platform, [...names])
      : new Map<string, InstalledPromise>();
  return new Map(
    required.map(({ id, promises }) => [
      id,
      promises.map(one => decideRequirement(one, installed.get(one.name))),
    ]),
  );
}

async function readInstalled(
  knex: Knex,
  platform: string,
  names: readonly string[],
): Promise<Map<string, InstalledPromise>> {
  const promises = await knex<PromiseRow>('promises')
    .where({ platform, holds_name: true })
    .whereIn('name', names)
    .select('id', 'name', 'state', 'card', 'entity_ref');
  const revisions = await knex<PromiseRevisionRow>('promise_revisions')
    .whereIn(
      'promise_id',
      promises.map(({ id }) => id),
    )
    .select('promise_id', 'version');
  return new Map(
    promises.map(({ id, name, state, card, entity_ref: entityRef }) => {
      const { title, icon } = cardColumn.parse(card);
      return [
        name,
        {
          state,
          title,
          icon,
          entityRef,
          versions: revisions
            .filter(revision => revision.promise_id === id)
            .map(({ version }) => version),
        },
      ];
    }),
  );
}
