import { matchesPattern } from '@promissory/plugin-promises-node';

/** Whether what comes from a location may do anything; patterns are those of `promises.trustedLocations`. */
export function isTrustedLocation(
  patterns: readonly string[],
  location: string | undefined,
): boolean {
  return (
    location !== undefined &&
    patterns.some(pattern => matchesPattern(pattern, location))
  );
}
