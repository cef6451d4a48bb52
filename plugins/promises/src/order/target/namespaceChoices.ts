import type { NamespaceChoice } from '@promissory/plugin-promises-common';

/** What the person may choose about where an order goes and for whom. */
export interface TargetChoices {
  /** Namespaces by name. */
  readonly namespaces: readonly string[];
  /** Patterns with `*`: another namespace may be typed that fits one. */
  readonly patterns: readonly string[];
}

export function targetChoices(
  choices: readonly NamespaceChoice[],
): TargetChoices {
  const names = choices.map(({ namespace }) => namespace);
  return {
    namespaces: [...new Set(names.filter(name => !name.includes('*')))],
    patterns: [...new Set(names.filter(name => name.includes('*')))],
  };
}

/** For whom the person may order in a namespace: as in the backend, the first choice that fits it decides. */
export function ownersIn(
  namespace: string,
  choices: readonly NamespaceChoice[],
): readonly string[] {
  return (
    choices.find(choice => matches(choice.namespace, namespace))?.owners ?? []
  );
}

function matches(pattern: string, namespace: string): boolean {
  const parts = pattern
    .split('*')
    .map(part => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`).test(namespace);
}
