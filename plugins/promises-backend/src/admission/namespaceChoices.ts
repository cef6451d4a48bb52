import type { NamespaceChoice } from '@promissory/plugin-promises-common';
import { matchesPattern } from '@promissory/plugin-promises-node';
import type { NamespaceRule } from '../config/PromisesConfig';

/**
 * For whom a caller may order where a namespace has these groups (everybody where it has none): their groups, or
 * themselves where they are in none.
 */
export function ownersFor(
  groups: readonly string[] | undefined,
  callerRefs: readonly string[],
): string[] {
  if (groups) {
    const allowed = new Set(
      groups.map(group => group.toLocaleLowerCase('en-US')),
    );
    return callerRefs.filter(ref => allowed.has(ref));
  }
  const own = callerRefs.filter(ref => ref.startsWith('group:'));
  return own.length > 0 ? own : [...callerRefs];
}

/** The namespaces, or patterns of them, that a caller may order in, and for whom. */
export function namespaceChoices(
  rules: readonly NamespaceRule[],
  callerRefs: readonly string[],
): NamespaceChoice[] {
  return rules
    .map(({ pattern, groups }) => ({
      namespace: pattern,
      owners: ownersFor(groups, callerRefs),
    }))
    .filter(({ owners }) => owners.length > 0);
}

/** The rule that decides on a namespace: the first whose pattern matches. */
export function namespaceRule(
  rules: readonly NamespaceRule[],
  namespace: string,
): NamespaceRule | undefined {
  return rules.find(({ pattern }) => matchesPattern(pattern, namespace));
}
