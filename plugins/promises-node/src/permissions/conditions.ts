import { createConditionExports } from '@backstage/plugin-permission-node';
import {
  promisePermissionResourceRef,
  requestPermissionResourceRef,
} from './resourceRefs';
import { promiseHasName } from './rules/promiseHasName';
import { promiseInGroup } from './rules/promiseInGroup';
import { promiseIsOwner } from './rules/promiseIsOwner';
import { requestInGroup } from './rules/requestInGroup';
import { requestIsOwner } from './rules/requestIsOwner';
import { requestIsRequester } from './rules/requestIsRequester';
import { requestNamespace } from './rules/requestNamespace';
import { requestPromiseName } from './rules/requestPromiseName';

/** Rules on Promises. @public */
export const promisePermissionRules = {
  isOwner: promiseIsOwner,
  inGroup: promiseInGroup,
  promiseName: promiseHasName,
};

/** Rules on requests. @public */
export const requestPermissionRules = {
  isOwner: requestIsOwner,
  isRequester: requestIsRequester,
  inGroup: requestInGroup,
  promiseName: requestPromiseName,
  namespace: requestNamespace,
};

const promises = createConditionExports({
  resourceRef: promisePermissionResourceRef,
  rules: promisePermissionRules,
});

const requests = createConditionExports({
  resourceRef: requestPermissionResourceRef,
  rules: requestPermissionRules,
});

/** Conditions on Promises, for permission policies. @public */
export const promiseConditions = promises.conditions;
/** A policy's decision by {@link promiseConditions}. @public */
export const createPromiseConditionalDecision =
  promises.createConditionalDecision;

/** Conditions on requests, for permission policies. @public */
export const requestConditions = requests.conditions;
/** A policy's decision by {@link requestConditions}. @public */
export const createRequestConditionalDecision =
  requests.createConditionalDecision;
