import { createTwoFilesPatch } from 'diff';
import type { Outcome } from './Outcome';

/** A file that is not as expected. */
export interface Difference {
  readonly path: string;
  readonly kind: 'missing' | 'unexpected' | 'different';
  /** What to add to and take from what is expected, as a patch. */
  readonly patch: string;
}

/** Every file in which two outcomes differ, by path. */
export function compareOutcomes(
  expected: Outcome,
  actual: Outcome,
): readonly Difference[] {
  const paths = [...new Set([...expected.keys(), ...actual.keys()])].sort();
  return paths.flatMap(path => {
    const wanted = expected.get(path);
    const found = actual.get(path);
    if (wanted === found) return [];
    return [
      {
        path,
        kind: kindOf(wanted, found),
        patch: createTwoFilesPatch(
          `expected/${path}`,
          `actual/${path}`,
          wanted ?? '',
          found ?? '',
          undefined,
          undefined,
          { context: 2 },
        ),
      },
    ];
  });
}

function kindOf(
  wanted: string | undefined,
  found: string | undefined,
): Difference['kind'] {
  if (found === undefined) return 'missing';
  return wanted === undefined ? 'unexpected' : 'different';
}
