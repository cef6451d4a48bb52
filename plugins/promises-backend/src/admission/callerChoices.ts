import type { NamespaceChoice } from '@promissory/plugin-promises-common';
import type { Caller } from '../caller/Caller';
import type { NamespaceRule } from '../config/PromisesConfig';
import { namespaceChoices } from './namespaceChoices';

/** Where a person may order, and for whom; undefined for a service, which may order anywhere. */
export function callerChoices(
  rules: readonly NamespaceRule[],
  { refs }: Caller,
): NamespaceChoice[] | undefined {
  return refs && namespaceChoices(rules, refs);
}
