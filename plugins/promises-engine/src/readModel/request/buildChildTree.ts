import type { ChildRequest } from '@promissory/plugin-promises-common';
import type { RequestResource } from '@promissory/plugin-promises-node';
import { cardColumn } from '../../database/json';
import type { RequestProblem } from './readRelatives';
import type { RequestView } from './selectRequests';
import { toReference } from './toReference';

/** What a tree of children is built from. */
export interface ChildTreeOptions {
  readonly parent: RequestView;
  /** All descendants that may be shown. */
  readonly views: readonly RequestView[];
  /** Problems of the documents of each request, by its uid. */
  readonly problems: ReadonlyMap<string, readonly RequestProblem[]>;
  /** Cards of the Promises that problems name. */
  readonly promises: ReadonlyMap<string, string>;
  readonly mayRead: (relative: RequestResource) => boolean;
}

/** The children of a request with theirs, by Promise and name; documents that are no child stand among them. */
export function buildChildTree(options: ChildTreeOptions): ChildRequest[] {
  const { parent, views, problems } = options;
  const told = problems.get(parent.uid) ?? [];
  const present = views.filter(view => view.parent_uid === parent.uid);
  const children = present.map((view): ChildRequest => {
    const problem = told.find(one => isOf(one, view));
    return {
      ...toReference(view),
      ...(problem ? { problem: wordsOf(problem) } : {}),
      children: buildChildTree({ ...options, parent: view }),
    };
  });
  const missing = told
    .filter(problem => !present.some(view => isOf(problem, view)))
    .flatMap(problem => missingChild(problem, options));
  return [...children, ...missing].sort(byName);
}

/** A document without a request; of whom it would be is whose the parent is. */
function missingChild(
  problem: RequestProblem,
  { parent, promises, mayRead }: ChildTreeOptions,
): ChildRequest[] {
  const { child } = problem;
  if (!child) return [];
  const { promiseName, namespace, name } = child;
  const mayBeShown = mayRead({
    promiseName,
    namespace,
    ownerRef: parent.owner_ref,
    requestedBy: parent.requested_by,
  });
  if (!mayBeShown) return [];
  const text = promises.get(promiseName);
  const card = text ? cardColumn.parse(text) : undefined;
  return [
    {
      promise: {
        name: promiseName,
        title: card?.title ?? promiseName,
        ...(card?.icon ? { icon: card.icon } : {}),
      },
      namespace,
      name,
      problem: wordsOf(problem),
      children: [],
    },
  ];
}

function isOf({ child }: RequestProblem, view: RequestView): boolean {
  return (
    child !== undefined &&
    child.promiseName === view.promise_name &&
    child.namespace === view.namespace &&
    child.name === view.name
  );
}

function wordsOf({ reason, message }: RequestProblem) {
  return { reason, message };
}

function byName(left: ChildRequest, right: ChildRequest): number {
  const [a, b] = [left, right].map(
    ({ promise, namespace, name }) => `${promise.name}/${namespace}/${name}`,
  );
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
