import type { Knex } from 'knex';
import type { ChildRules } from '../../../children/ChildRules';
import { NO_CHILDREN } from '../../../children/types';
import { isActive } from '../../../plan/isActive';
import type { RequestSnapshot } from '../../../plan/snapshot';
import { requiredPromisesColumn } from '../../json';
import { parseJson } from '../../json/parseJson';
import type { PromiseRow, RequestGenerationRow } from '../../rows/rows';
import { readChildrenFacts } from '../children/readChildrenFacts';
import { readDestinationFacts } from '../destinations/readDestinationFacts';
import { readPlacementFacts } from '../placements/readPlacementFacts';
import { readPromiseFacts } from '../promises/readPromiseFacts';
import { readRevisions, type RevisionCache } from '../promises/readRevisions';
import { findNewestRuns } from '../runs/findNewestRuns';
import { findRunningStep } from '../steps/findRunningStep';
import { readWorkFacts } from '../works/readWorkFacts';
import { readRequestFacts } from './readRequestFacts';
import { readRequestRow } from './readRequestRow';

/** Everything that decides what happens to a request; undefined where there is no such request. */
export async function loadRequestSnapshot(
  knex: Knex,
  options: {
    readonly uid: string;
    readonly revisions: RevisionCache;
    readonly children: ChildRules;
  },
): Promise<RequestSnapshot | undefined> {
  const { uid } = options;
  const row = await readRequestRow(knex, uid);
  if (!row) return undefined;
  const owner = { requestUid: uid };
  const promise = await knex<PromiseRow>('promises')
    .where({ id: row.promise_id })
    .first();
  const generation = await knex<RequestGenerationRow>('request_generations')
    .where({ request_uid: uid, decision: 'accepted' })
    .orderBy('generation', 'desc')
    .first();
  if (!promise || !generation) return undefined;
  const runs = await findNewestRuns(knex, owner);
  const { configure: configureRun, delete: deleteRun } = runs;
  const active = [deleteRun, configureRun].find(isActive);
  // Works, placements and children come of runs.
  const hasRun = configureRun !== undefined || deleteRun !== undefined;
  const works = hasRun ? await readWorkFacts(knex, owner) : [];
  const placements = hasRun ? await readPlacementFacts(knex, owner) : [];
  const destinations =
    works.length > 0 ? await readDestinationFacts(knex, row.platform) : [];
  return {
    request: readRequestFacts(row),
    generation: {
      generation: generation.generation,
      spec: parseJson(generation.spec),
      specHash: generation.spec_hash,
      actor: generation.actor,
    },
    promise: readPromiseFacts(promise),
    revisions: await readRevisions(
      knex,
      [
        promise.current_revision_id ?? undefined,
        configureRun?.revisionId,
        deleteRun?.revisionId,
      ],
      options.revisions,
    ),
    configureRun,
    deleteRun,
    runningStep: active && (await findRunningStep(knex, active.id)),
    works,
    placements,
    destinations,
    children: hasRun
      ? await readChildrenFacts(knex, {
          row,
          requiredPromises: requiredPromisesColumn
            .parse(promise.required_promises)
            .map(({ name }) => name),
          works,
          placements,
          destinations,
          revisions: options.revisions,
          rules: options.children,
        })
      : NO_CHILDREN,
  };
}
