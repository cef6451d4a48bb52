import type { JsonObject } from '@promissory/plugin-promises-common';
import type { FactQuery } from '@promissory/plugin-promises-node';
import { readRevisions } from '../database/operations/promises/readRevisions';
import type { PromiseRow } from '../database/rows/rows';
import type { FactScope } from './FactScope';

/** States in which what a Promise says counts: it is from a trusted location and valid. */
const COUNTING_STATES = ['Available', 'Unavailable', 'Withdrawn'];

/** A document among the static dependencies of a Promise at its current revision; null where it is not there. */
export async function readDependencyFact(
  scope: FactScope,
  { promise, document }: Extract<FactQuery, { kind: 'dependency' }>,
): Promise<JsonObject | null> {
  const row = await scope
    .knex<PromiseRow>('promises')
    .where({ platform: scope.platform, name: promise, holds_name: true })
    .whereIn('state', COUNTING_STATES)
    .first('current_revision_id');
  const id = row?.current_revision_id ?? undefined;
  const revision = (await readRevisions(scope.knex, [id], scope.revisions)).get(
    id ?? '',
  );
  const found = revision?.definition.spec.dependencies?.find(
    ({ kind, metadata }) =>
      kind === document.kind &&
      (metadata as { readonly name?: unknown } | undefined)?.name ===
        document.name,
  );
  return found ?? null;
}
