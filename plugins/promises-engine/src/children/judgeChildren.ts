import { isDeepStrictEqual } from 'node:util';
import { asStored } from '../json/asStored';
import type { RequestFacts } from '../plan/snapshot';
import { describeFieldErrors } from './describeFieldErrors';
import { describeIdentity } from './describeIdentity';
import { isSameIdentity } from './isSameIdentity';
import type {
  ChildFacts,
  ChildProblem,
  ChildProblemReason,
  ChildrenFacts,
  RequestIdentity,
  WantedChild,
} from './types';

/** What becomes of a document that should be a child. */
export type ChildVerdict =
  | { readonly kind: 'problem'; readonly problem: ChildProblem }
  /** a request that has the name is being deleted; this one comes after it */
  | {
      readonly kind: 'waits';
      readonly message: string;
      readonly child: RequestIdentity;
    }
  | {
      readonly kind: 'apply';
      readonly wanted: WantedChild;
      /** of the child to change; absent for a new one */
      readonly uid?: string;
      /** it makes a generation */
      readonly changesSpec: boolean;
    }
  /** it is there as it is wanted */
  | { readonly kind: 'present'; readonly child: ChildFacts };

/** What children are judged by. */
export interface JudgeChildrenOptions {
  readonly request: RequestFacts;
  readonly children: ChildrenFacts;
}

const FULFILLING_STATES = ['Available', 'Unavailable', 'Withdrawn'];

/** A verdict for each document that should be a child; more than the limit, and there are none. */
export function judgeChildren(options: JudgeChildrenOptions): ChildVerdict[] {
  const { wanted, limits } = options.children;
  if (wanted.length > limits.maximumChildren) return [];
  const contradicted = options.children.problems.flatMap(
    ({ child }) => child ?? [],
  );
  return wanted
    .filter(
      one =>
        !contradicted.some(child => isSameIdentity(child, identityOf(one))),
    )
    .map(one => judge(one, options));
}

/** Everything that is wrong with the documents of a request. */
export function listChildProblems(
  options: JudgeChildrenOptions,
): ChildProblem[] {
  const { problems, wanted, limits } = options.children;
  const tooMany: ChildProblem[] =
    wanted.length > limits.maximumChildren
      ? [
          {
            reason: 'TooManyChildren',
            message: `The pipelines wrote ${wanted.length} requests, more than the ${limits.maximumChildren} that one request may have as children, so none of them is ordered or changed; write fewer, or raise promises.children.maximumChildren`,
          },
        ]
      : [];
  return [
    ...problems,
    ...tooMany,
    ...judgeChildren(options).flatMap(verdict =>
      verdict.kind === 'problem' ? verdict.problem : [],
    ),
  ];
}

function judge(
  wanted: WantedChild,
  { request, children }: JudgeChildrenOptions,
): ChildVerdict {
  const child = identityOf(wanted);
  const what = describeIdentity(child);
  const problem = (
    reason: ChildProblemReason,
    message: string,
  ): ChildVerdict => ({
    kind: 'problem',
    problem: { reason, message, child },
  });
  if (
    [request, ...children.ancestors].some(one => isSameIdentity(one, child))
  ) {
    return problem(
      'ChildCycle',
      isSameIdentity(request, child)
        ? `${what} wrote itself as its own child; take the document out of ${wanted.filepath}`
        : `${what} is a request that this one belongs to, so it cannot be its child as well; one of the Promises in this circle must not write the next`,
    );
  }
  const present = children.present.find(one => isSameIdentity(one, child));
  if (present) return judgePresent(wanted, present, problem);
  if (children.ancestors.length >= children.limits.maximumDepth) {
    return problem(
      'ChildTooDeep',
      `${what} would be nested deeper than ${children.limits.maximumDepth} levels, so it is not ordered; let an outer Promise write it, or raise promises.children.maximumDepth`,
    );
  }
  return judgeNew(wanted, request, problem);
}

type TellProblem = (
  reason: ChildProblemReason,
  message: string,
) => ChildVerdict;

function judgePresent(
  wanted: WantedChild,
  present: ChildFacts,
  problem: TellProblem,
): ChildVerdict {
  const what = describeIdentity(present);
  if (present.deleting) {
    return {
      kind: 'waits',
      child: identityOf(wanted),
      message: `${what} is being deleted though it is still wanted; it is ordered again when it is gone: ${present.state.message}`,
    };
  }
  // A default that came into the schema since is no change of the document.
  const changesSpec = !isDeepStrictEqual(
    asStored(wanted.spec),
    asStored(wanted.served ?? present.spec),
  );
  const isUnchanged =
    !changesSpec &&
    isDeepStrictEqual({ ...wanted.document.labels }, { ...present.labels }) &&
    isDeepStrictEqual(
      { ...wanted.document.annotations },
      { ...present.annotations },
    );
  // What was accepted once stays, whatever a later schema says of it.
  if (isUnchanged) return { kind: 'present', child: present };
  if (!isFulfilling(wanted)) return notOrderable(wanted, problem);
  if (wanted.errors.length > 0) return invalid(wanted, problem);
  return { kind: 'apply', wanted, uid: present.uid, changesSpec };
}

function judgeNew(
  wanted: WantedChild,
  request: RequestFacts,
  problem: TellProblem,
): ChildVerdict {
  const { promise, namespace, holder } = wanted;
  const child = identityOf(wanted);
  const what = describeIdentity(child);
  if (holder?.deleting) {
    return {
      kind: 'waits',
      child,
      message: `${what} has the name of a request that is being deleted; it is ordered when that is gone`,
    };
  }
  if (holder) {
    const whose = holder.parent
      ? `belongs to ${describeIdentity(holder.parent)}`
      : `was ordered on its own by ${holder.requestedBy}`;
    return problem(
      'ChildNameTaken',
      `${what} exists already and ${whose}; a request that exists is never adopted. Give the child another name, or delete that request`,
    );
  }
  if (promise.state === 'Withdrawn') {
    return problem(
      'ChildPromiseWithdrawn',
      `${what} cannot be ordered: Promise ${promise.name} was withdrawn from the catalog and takes no new orders. Register it again, or stop writing the document`,
    );
  }
  if (!isFulfilling(wanted)) return notOrderable(wanted, problem);
  if (!wanted.mayOwn) {
    return problem(
      'ChildNamespaceForbidden',
      `${what} cannot be ordered: ${request.ownerRef} may have no requests in the namespace ${namespace}; see promises.namespaces`,
    );
  }
  if (wanted.errors.length > 0) return invalid(wanted, problem);
  return { kind: 'apply', wanted, changesSpec: true };
}

function isFulfilling({ promise }: WantedChild): boolean {
  return (
    FULFILLING_STATES.includes(promise.state) &&
    promise.revisionId !== undefined
  );
}

function notOrderable(
  { promise, ...wanted }: WantedChild,
  problem: TellProblem,
): ChildVerdict {
  return problem(
    'ChildPromiseNotOrderable',
    `${describeIdentity({
      ...wanted,
      promiseName: promise.name,
    })} cannot be ordered or changed: Promise ${promise.name} is ${
      promise.state
    }: ${promise.message}`,
  );
}

function invalid(wanted: WantedChild, problem: TellProblem): ChildVerdict {
  return problem(
    'ChildInvalid',
    `${describeIdentity(identityOf(wanted))} in ${
      wanted.filepath
    } is not valid: ${describeFieldErrors(wanted.errors)}`,
  );
}

function identityOf(wanted: WantedChild): RequestIdentity {
  return {
    promiseName: wanted.promise.name,
    namespace: wanted.namespace,
    name: wanted.name,
  };
}
