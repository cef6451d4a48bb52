import type { ChildProblemReason } from './types';

/** Why a document does not become, or no longer is, a child. */
export const CHILD_PROBLEM_REASONS: readonly ChildProblemReason[] = [
  'ChildDocumentInvalid',
  'ChildInvalid',
  'ChildNameTaken',
  'ChildCycle',
  'ChildTooDeep',
  'ChildPromiseWithdrawn',
  'ChildPromiseNotOrderable',
  'ChildNamespaceForbidden',
  'TooManyChildren',
];

/** All reasons of states that a request has because of its children. */
export const CHILD_REASONS: readonly string[] = [
  ...CHILD_PROBLEM_REASONS,
  'ChildFailed',
  'ChildDegraded',
  'ChildDeleting',
  'ChildSuspended',
  'ChildPaused',
  'ChildrenInProgress',
  'ChildrenDeleting',
];
