import type { Difference } from './Verdict';

interface Cause {
  readonly field: string;
  readonly reason: string;
}

const identities = (causes: readonly Cause[]) =>
  new Set(causes.map(({ field, reason }) => `${field} ${reason}`));

const without = (left: ReadonlySet<string>, right: ReadonlySet<string>) =>
  [...left].filter(cause => !right.has(cause)).sort();

/** Compares sets of (field, reason); undefined where they are the same. */
export function compareCauses(
  recorded: readonly Cause[],
  found: readonly Cause[],
): Difference | undefined {
  const wanted = identities(recorded);
  const got = identities(found);
  const missing = without(wanted, got);
  const added = without(got, wanted);
  if (missing.length === 0 && added.length === 0) return undefined;
  const [first] = [...missing, ...added];
  return {
    what: [
      ...missing.map(cause => `missing: ${cause}`),
      ...added.map(cause => `not recorded: ${cause}`),
    ].join('; '),
    rule: ruleOf(first),
  };
}

/** The keyword at which a cause is, else its reason. */
function ruleOf(cause: string): string {
  const [, field, reason] = /^(.*) (\S+)$/.exec(cause) ?? [];
  const keyword = /x-kubernetes-validations\[\d+\]\.(\w+)$/.exec(field ?? '');
  return keyword ? `${keyword[1]} ${reason}` : reason ?? cause;
}
