import type { z } from 'zod/v4';
import type { Expectation } from './Expectation';

/** Gives this engine's answer to one shape of question; undefined where it is none of its own. */
export type Judge = (
  given: unknown,
) => ((expect: Expectation) => void | Promise<void>) | undefined;

/** A judge for what is given in exactly this shape. */
export function judgeOf<T>(
  shape: z.ZodType<T>,
  judge: (given: T, expect: Expectation) => void | Promise<void>,
): Judge {
  return given => {
    const parsed = shape.safeParse(given);
    return parsed.success ? expect => judge(parsed.data, expect) : undefined;
  };
}
