import type { RequestStateName } from '@promissory/plugin-promises-common';
import { childKey } from '../children/childKey';
import { describeIdentity } from '../children/describeIdentity';
import { judgeChildren, listChildProblems } from '../children/judgeChildren';
import { cleanText } from '../text/cleanText';
import type { ChildFacts } from '../children/types';
import type { RequestSnapshot } from '../plan/snapshot';
import type { DerivedState } from './deriveRequestState';

/** Where a child that is delivered is. */
const DELIVERED = ['Delivered', 'Ready'];

/** Children that a message names, and its characters: it is in every event of the state. */
const NAMED = 5;
const LONGEST = 2_000;

/** One that was delivered before waits with a run of its own: what its parent asked for stands. */
const isHeld = isIn('Suspended', 'Paused');

/**
 * What children make of a request whose own files are all written; the first match wins. Undefined where they object to
 * nothing: there are none, or they are delivered, or one waits for something that this generation does not wait for.
 */
export function deriveChildrenState(
  snapshot: RequestSnapshot,
): DerivedState | undefined {
  const { request, configureRun, children } = snapshot;
  const before = request.deliveredGeneration !== undefined;
  const settled =
    before && request.deliveredGeneration === configureRun?.generation;
  const { present } = children;
  const [problem, ...others] = listChildProblems(snapshot);
  if (problem) {
    return stateOf(
      before ? 'Degraded' : 'Failed',
      problem.reason,
      `${problem.message}${
        others.length > 0 ? ` (and ${others.length} more)` : ''
      }`,
    );
  }
  const failed = present.find(isIn('Failed'));
  if (failed) {
    return stateOf(
      before ? 'Degraded' : 'Failed',
      'ChildFailed',
      quote(failed),
    );
  }
  const degraded = present.find(isIn('Degraded'));
  if (degraded) {
    return stateOf(
      before ? 'Degraded' : 'Delivering',
      'ChildDegraded',
      quote(degraded),
    );
  }
  const verdicts = judgeChildren(snapshot);
  const leaving = verdicts.find(({ kind }) => kind === 'waits');
  if (leaving?.kind === 'waits') {
    return stateOf(
      before ? 'Degraded' : 'Delivering',
      'ChildDeleting',
      leaving.message,
    );
  }
  const held = present.find(
    child => isHeld(child) && !(settled && child.delivered),
  );
  if (held) {
    return stateOf('Delivering', `Child${held.state.name}`, quote(held));
  }
  return inProgress(snapshot, settled);
}

function inProgress(
  snapshot: RequestSnapshot,
  settled: boolean,
): DerivedState | undefined {
  const { present, written } = snapshot.children;
  const missing = judgeChildren(snapshot).flatMap(verdict =>
    verdict.kind === 'apply' && !verdict.uid
      ? [
          describeIdentity({
            promiseName: verdict.wanted.promise.name,
            namespace: verdict.wanted.namespace,
            name: verdict.wanted.name,
          }),
        ]
      : [],
  );
  const isLeaving = (child: ChildFacts) =>
    child.deleting || !written.has(childKey(child));
  const stays = present.filter(child => !isLeaving(child));
  const done = stays.filter(
    child =>
      isIn(...DELIVERED)(child) ||
      (settled && child.delivered && isHeld(child)),
  );
  const waitsFor = [
    ...missing,
    ...stays.filter(child => !done.includes(child)).map(describeIdentity),
    ...present
      .filter(isLeaving)
      .map(child => `the removal of ${describeIdentity(child)}`),
  ];
  if (waitsFor.length === 0) return undefined;
  const count = stays.length + missing.length;
  // Of those that go on by themselves it is enough to know that they do.
  const pending = stays.find(isIn('Pending'));
  return stateOf(
    'Delivering',
    'ChildrenInProgress',
    `${done.length} of ${count} children are delivered; waits for ${waitsFor
      .slice(0, NAMED)
      .join(', ')}${
      waitsFor.length > NAMED ? ` and ${waitsFor.length - NAMED} more` : ''
    }${pending ? `; ${quote(pending)}` : ''}`,
  );
}

function isIn(...names: readonly string[]): (child: ChildFacts) => boolean {
  return ({ state, deleting }) => !deleting && names.includes(state.name);
}

function quote(child: ChildFacts): string {
  return `${describeIdentity(child)} is ${child.state.name}: ${
    child.state.message
  }`;
}

function stateOf(
  name: RequestStateName,
  reason: string,
  message: string,
): DerivedState {
  const text = cleanText(message);
  return {
    name,
    reason,
    message: text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text,
    detail: {},
  };
}
