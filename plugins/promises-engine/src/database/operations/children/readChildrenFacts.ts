import type { Knex } from 'knex';
import type { ChildRules } from '../../../children/ChildRules';
import { isSameIdentity } from '../../../children/isSameIdentity';
import { mayHoldDocuments } from '../../../children/parseDocuments';
import { recogniseChildren } from '../../../children/recogniseChildren';
import {
  NO_CHILDREN,
  type ChildFacts,
  type ChildProblem,
  type ChildrenFacts,
  type WantedChild,
  type WantedDocument,
} from '../../../children/types';
import type {
  DestinationFacts,
  PlacementFacts,
  WorkFacts,
} from '../../../scheduling/types';
import type { RequestRow } from '../../rows/rows';
import { readRevisions, type RevisionCache } from '../promises/readRevisions';
import { listPlacedFiles } from './listPlacedFiles';
import { readAncestors } from './readAncestors';
import { readChildPromises } from './readChildPromises';
import { readNameHolders } from './readNameHolders';
import { readPresentChildren } from './readPresentChildren';
import { readUnregistered } from './readUnregistered';

/** Whose children, and what is written for it. */
export interface ReadChildrenFactsOptions {
  readonly row: RequestRow;
  /** names of the Promises that the request's own requires */
  readonly requiredPromises: readonly string[];
  readonly works: readonly WorkFacts[];
  readonly placements: readonly PlacementFacts[];
  readonly destinations: readonly DestinationFacts[];
  readonly revisions: RevisionCache;
  readonly rules: ChildRules;
}

/** Everything about the children of a request; one query where it has none and writes nothing that could be one. */
export async function readChildrenFacts(
  knex: Knex,
  options: ReadChildrenFactsOptions,
): Promise<ChildrenFacts> {
  const { row, rules } = options;
  const present = await readPresentChildren(knex, row.uid);
  const placed = listPlacedFiles(options).filter(({ filepath }) =>
    mayHoldDocuments(filepath),
  );
  const { limits } = rules;
  // What is written elsewhere matters to children that are there only.
  const files =
    present.length > 0
      ? placed
      : placed.filter(({ fulfils, isAwaited }) => fulfils || isAwaited);
  if (present.length === 0 && files.length === 0) return NO_CHILDREN;
  const recognised = recogniseChildren({
    namespace: row.namespace,
    files,
    parsed: await rules.documents.read(knex, files),
    promises: await readChildPromises(knex, row.platform),
    unregistered: await readUnregistered(knex, {
      platform: row.platform,
      names: options.requiredPromises,
    }),
  });
  const { wanted, awaited, written, problems } = recognised;
  // A file without a place may turn out to be just a file: it matters to children that are there, and to who waits.
  const isNoTrouble = ({ isPending }: ChildProblem) =>
    present.length === 0 && isPending === true;
  return {
    written,
    problems: problems.filter(problem => !isNoTrouble(problem)),
    present,
    awaited: [
      ...awaited,
      ...problems.filter(isNoTrouble).map(({ message }) => ({
        promiseName: row.promise_name,
        namespace: row.namespace,
        name: row.name,
        message,
      })),
    ],
    limits,
    wanted:
      wanted.length > limits.maximumChildren
        ? wanted.map(unjudged)
        : await describeWanted(knex, { ...options, wanted, present }),
    ancestors: wanted.length > 0 ? await readAncestors(knex, row) : [],
  };
}

async function describeWanted(
  knex: Knex,
  options: ReadChildrenFactsOptions & {
    readonly wanted: readonly WantedDocument[];
    readonly present: readonly ChildFacts[];
  },
): Promise<WantedChild[]> {
  const { row, wanted, present, rules } = options;
  const childOf = ({ promise, namespace, name }: WantedDocument) =>
    present.find(child =>
      isSameIdentity(child, { promiseName: promise.name, namespace, name }),
    );
  const revisions = await readRevisions(
    knex,
    wanted.map(({ promise }) => promise.revisionId),
    options.revisions,
  );
  const holders = await readNameHolders(knex, {
    platform: row.platform,
    names: wanted.filter(one => !childOf(one)),
  });
  return wanted.map(one => {
    const { promise, namespace, name } = one;
    return {
      ...one,
      ...rules.admission.admit(
        one,
        revisions.get(promise.revisionId ?? ''),
        childOf(one)?.spec,
      ),
      holder: holders.find(holder =>
        isSameIdentity(holder, { promiseName: promise.name, namespace, name }),
      ),
      mayOwn:
        namespace === row.namespace ||
        rules.mayOwn({ namespace, ownerRef: row.owner_ref }),
    };
  });
}

/** More than there may be are counted, and nothing else. */
function unjudged(wanted: WantedDocument): WantedChild {
  return { ...wanted, spec: wanted.document.spec, errors: [], mayOwn: true };
}
