import type { FieldError } from '@promissory/plugin-promises-common';
import { fieldError } from '@promissory/plugin-promises-engine';
import type { NamespaceRule } from '../config/PromisesConfig';
import { namespaceRule, ownersFor } from './namespaceChoices';

/** Whose a request is to be. */
export interface OwnerQuestion {
  readonly rules: readonly NamespaceRule[];
  readonly namespace: string;
  /** Whom the caller belongs to, in lower case; undefined for a service, which may order for anybody. */
  readonly callerRefs: readonly string[] | undefined;
  /** As in the body. */
  readonly wanted: string | undefined;
  /** Owner of the request that is changed. */
  readonly current: string | undefined;
}

/** The owner, or why there is none. */
export type OwnerDecision =
  | { readonly ownerRef: string; readonly errors?: undefined }
  | { readonly ownerRef?: undefined; readonly errors: readonly FieldError[] };

const REF = /^[a-z]+:[a-z0-9._-]+\/[a-z0-9._-]+$/;

/** Decides for whom a request is, from the rules for its namespace and what the caller said. */
export function decideOwner(question: OwnerQuestion): OwnerDecision {
  const { rules, namespace, callerRefs, current } = question;
  const wanted = question.wanted?.toLocaleLowerCase('en-US');
  if (wanted !== undefined && !REF.test(wanted)) {
    return refuse(
      'owner',
      'Invalid',
      `${JSON.stringify(
        question.wanted,
      )} is no entity ref; write it like group:default/web`,
    );
  }
  // Who may change a request is decided by permission; its owner stays unless they say otherwise.
  if (current !== undefined && (wanted === undefined || wanted === current)) {
    return { ownerRef: current };
  }
  const rule = namespaceRule(rules, namespace);
  if (!rule) {
    return refuse(
      'metadata.namespace',
      'Forbidden',
      `no requests can be placed in the namespace ${namespace}; there are: ${rules
        .map(({ pattern }) => pattern)
        .join(', ')}`,
    );
  }
  return callerRefs === undefined
    ? decideForService(rule, namespace, wanted)
    : decideForUser(rule, namespace, wanted, callerRefs);
}

function decideForUser(
  rule: NamespaceRule,
  namespace: string,
  wanted: string | undefined,
  callerRefs: readonly string[],
): OwnerDecision {
  const choices = ownersFor(rule.groups, callerRefs);
  if (choices.length === 0) {
    return refuse(
      'metadata.namespace',
      'Forbidden',
      `the namespace ${namespace} belongs to groups that you are not in: ${rule.groups?.join(
        ', ',
      )}`,
    );
  }
  if (wanted === undefined) {
    return choices.length === 1
      ? { ownerRef: choices[0] }
      : refuse(
          'owner',
          'Required',
          `you can order for more than one owner; name one of ${choices.join(
            ', ',
          )}`,
        );
  }
  return choices.includes(wanted)
    ? { ownerRef: wanted }
    : refuse(
        'owner',
        'Forbidden',
        `you cannot order for ${wanted} in the namespace ${namespace}; you can for ${choices.join(
          ', ',
        )}`,
      );
}

function decideForService(
  rule: NamespaceRule,
  namespace: string,
  wanted: string | undefined,
): OwnerDecision {
  const groups = rule.groups?.map(group => group.toLocaleLowerCase('en-US'));
  const owner = wanted ?? (groups?.length === 1 ? groups[0] : undefined);
  if (owner === undefined) {
    return refuse('owner', 'Required', 'a service has to name the owner');
  }
  return groups && !groups.includes(owner)
    ? refuse(
        'owner',
        'Forbidden',
        `the namespace ${namespace} belongs to ${groups.join(', ')}`,
      )
    : { ownerRef: owner };
}

function refuse(
  path: string,
  reason: Parameters<typeof fieldError>[1],
  message: string,
): OwnerDecision {
  return { errors: [fieldError(path, reason, message)] };
}
