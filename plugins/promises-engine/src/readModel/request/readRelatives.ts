import type {
  ChildRequest,
  RequestReference,
} from '@promissory/plugin-promises-common';
import type { RequestResource } from '@promissory/plugin-promises-node';
import type { Knex } from 'knex';
import { CHILD_REASONS } from '../../children/childReasons';
import { buildChildTree } from './buildChildTree';
import { selectRequests, type RequestView } from './selectRequests';
import { toReference } from './toReference';

/** Depths that are looked at: more than children can be nested, so that a wrong row ends no process. */
const DEPTH = 50;

/** A document of a request that does not become, or no longer is, a child. */
export interface RequestProblem {
  readonly reason: string;
  readonly message: string;
  /** Which child; absent where the problem is one of the whole request. */
  readonly child?: {
    readonly promiseName: string;
    readonly namespace: string;
    readonly name: string;
  };
}

/** Whose relatives to read, and which of them. */
export interface ReadRelativesOptions {
  readonly uid: string;
  /** What it refuses is left out, a child with everything below it. */
  readonly mayRead?: (relative: RequestResource) => boolean;
  /** Problems of the documents of one request. */
  readonly problemsOf?: (uid: string) => Promise<readonly RequestProblem[]>;
}

/** The requests that a request belongs to, the outermost first, and those that belong to it, as a tree. */
export interface RequestRelatives {
  readonly ancestors: RequestReference[];
  readonly children: ChildRequest[];
}

/** Reads ancestors and descendants of a request, one query for each level; deleted ones are left out. */
export async function readRelatives(
  knex: Knex,
  options: ReadRelativesOptions,
): Promise<RequestRelatives> {
  const { mayRead = () => true, problemsOf } = options;
  const [self] = await selectRequests(knex).where('requests.uid', options.uid);
  if (!self) return { ancestors: [], children: [] };
  const descendants = await readDescendants(knex, options.uid);
  const problems = new Map<string, readonly RequestProblem[]>();
  for (const view of [self, ...descendants]) {
    const mayHave =
      !view.deleted_at &&
      (view === self || CHILD_REASONS.includes(view.state_reason));
    if (problemsOf && mayHave) {
      problems.set(view.uid, await problemsOf(view.uid));
    }
  }
  const promises = await readPromiseTitles(knex, [...problems.values()].flat());
  return {
    ancestors: (await readAncestors(knex, self))
      .filter(view => mayRead(resourceOf(view)))
      .map(toReference),
    children: buildChildTree({
      parent: self,
      views: descendants.filter(view => mayRead(resourceOf(view))),
      problems,
      promises,
      mayRead,
    }),
  };
}

async function readAncestors(
  knex: Knex,
  self: RequestView,
): Promise<RequestView[]> {
  const ancestors: RequestView[] = [];
  let next = self.parent_uid;
  while (next && ancestors.length < DEPTH) {
    const [view] = await selectRequests(knex).where('requests.uid', next);
    if (!view) break;
    ancestors.unshift(view);
    next = view.parent_uid;
  }
  return ancestors;
}

async function readDescendants(
  knex: Knex,
  uid: string,
): Promise<RequestView[]> {
  const found: RequestView[] = [];
  let level = [uid];
  for (let depth = 0; level.length > 0 && depth < DEPTH; depth += 1) {
    const views = await selectRequests(knex)
      .whereIn('requests.parent_uid', level)
      .whereNull('requests.deleted_at')
      .orderBy('requests.uid');
    found.push(...views);
    level = views.map(view => view.uid);
  }
  return found;
}

async function readPromiseTitles(
  knex: Knex,
  problems: readonly RequestProblem[],
): Promise<Map<string, string>> {
  const names = problems.flatMap(({ child }) => child?.promiseName ?? []);
  if (names.length === 0) return new Map();
  const rows: Array<{ name: string; card: string }> = await knex('promises')
    .whereIn('name', [...new Set(names)])
    .where({ holds_name: true })
    .select('name', 'card');
  return new Map(rows.map(({ name, card }) => [name, card]));
}

function resourceOf(view: RequestView): RequestResource {
  return {
    promiseName: view.promise_name,
    namespace: view.namespace,
    ownerRef: view.owner_ref,
    requestedBy: view.requested_by,
  };
}
