import type { NamespaceRule } from '../config/PromisesConfig';
import { namespaceRule, ownersFor } from './namespaceChoices';

/** Whether the rules let an owner have requests in a namespace. */
export function mayOwn(
  rules: readonly NamespaceRule[],
  options: { readonly namespace: string; readonly ownerRef: string },
): boolean {
  const { namespace, ownerRef } = options;
  const rule = namespaceRule(rules, namespace);
  if (!rule) return false;
  return !rule.groups || ownersFor(rule.groups, [ownerRef]).length > 0;
}
