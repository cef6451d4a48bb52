import { isError } from '@backstage/errors';
import type {
  DoctorCheck,
  DoctorResult,
} from '@promissory/plugin-promises-common';
import type { Check, Examination } from './types';
import { worstStatus } from './worstStatus';

/** Runs one check within a time. One that breaks, or that does not end, is an error like any that it could find. */
export async function runCheck(
  check: Check,
  examination: Examination,
  options: { readonly limitMs: number },
): Promise<DoctorCheck> {
  const { id, area, title } = check;
  const begin = performance.now();
  const results = await answerOf(check, examination, options.limitMs);
  return {
    id,
    area,
    title,
    status: worstStatus(results),
    durationMs: Math.round(performance.now() - begin),
    results,
  };
}

async function answerOf(
  check: Check,
  examination: Examination,
  limitMs: number,
): Promise<DoctorResult[]> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new Error(`it did not end within ${limitMs / 1_000} s`)),
      limitMs,
    );
  });
  try {
    return await Promise.race([check.run(examination), late]);
  } catch (error) {
    return [
      {
        status: 'error',
        message: `This could not be checked: ${
          isError(error) ? error.message : String(error)
        }`,
      },
    ];
  } finally {
    clearTimeout(timer);
  }
}
