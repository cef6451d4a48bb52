import type { SourcedRule } from './types';

/** A rule by the words in which people are told of it. */
export function nameOfRule({ rule, policy }: SourcedRule): string {
  return policy === undefined
    ? `rule ${rule.name}`
    : `rule ${rule.name} of policy ${policy}`;
}
