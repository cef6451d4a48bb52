import type { Knex } from 'knex';
import {
  decideRequirement,
  type InstalledPromise,
} from '../../../registry/decideRequirement';
import type { RequirementFacts } from '../../../plan/snapshot';
import type { PromiseRevisionRow, PromiseRow } from '../../rows/rows';

/** States of the Promises that a definition requires. */
export async function readRequirements(
  knex: Knex,
  options: {
    readonly platform: string;
    readonly required: ReadonlyArray<{
      readonly name: string;
      readonly version?: string;
    }>;
  },
): Promise<RequirementFacts[]> {
  const { platform, required } = options;
  if (required.length === 0) return [];
  const promises = await knex<PromiseRow>('promises')
    .where({ platform, holds_name: true })
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
          .filter(({ promise_id }) => promise_id === id)
          .map(({ version }) => version),
      },
    ]),
  );
  return required.map(requirement =>
    decideRequirement(requirement, byName.get(requirement.name)),
  );
}
