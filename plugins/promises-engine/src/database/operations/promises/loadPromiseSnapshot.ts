import type { Knex } from 'knex';
import type { PromiseSnapshot } from '../../../plan/snapshot';
import type { PromiseRow } from '../../rows/rows';
import { readDestinationFacts } from '../destinations/readDestinationFacts';
import { readPlacementFacts } from '../placements/readPlacementFacts';
import { findNewestRuns } from '../runs/findNewestRuns';
import { readWorkFacts } from '../works/readWorkFacts';
import { readPromiseFacts } from './readPromiseFacts';
import { readRequirementCycle } from './readRequirementCycle';
import { readRequirements } from './readRequirements';
import { readRevisions, type RevisionCache } from './readRevisions';

/** Everything that decides what happens to a Promise; undefined where there is no such Promise. */
export async function loadPromiseSnapshot(
  knex: Knex,
  options: { readonly id: string; readonly revisions: RevisionCache },
): Promise<PromiseSnapshot | undefined> {
  const { id } = options;
  const row = await knex<PromiseRow>('promises').where({ id }).first();
  if (!row) return undefined;
  const promise = readPromiseFacts(row);
  const owner = { promiseId: id };
  const { configure: configureRun } = await findNewestRuns(knex, owner);
  const revisions = await readRevisions(
    knex,
    [promise.currentRevisionId, configureRun?.revisionId],
    options.revisions,
  );
  const requirements = await readRequirements(knex, row);
  const requirementCycle = requirements.every(({ fulfilled }) => fulfilled)
    ? undefined
    : await readRequirementCycle(knex, row);
  return {
    promise,
    revisions,
    configureRun,
    works: await readWorkFacts(knex, owner),
    placements: await readPlacementFacts(knex, owner),
    destinations: await readDestinationFacts(knex, row.platform),
    requirements,
    ...(requirementCycle ? { requirementCycle } : {}),
  };
}
