import { InputError } from '@backstage/errors';
import { parseGoDuration } from '@promissory/plugin-promises-common';
import { z } from 'zod/v4';

import { parseKratixYaml } from './parseKratixYaml';
import type { WorkflowControl } from './types';

const FILE = 'workflow-control.yaml';
const schema = z.object({
  suspend: z.boolean().nullish(),
  message: z.string().nullish(),
  retryAfter: z.string().nullish(),
  // Not Kratix's: what is no word is ignored, as every other key is.
  reason: z
    .string()
    .regex(/^[A-Z][A-Za-z]{0,62}$/)
    .optional()
    .catch(undefined),
});

/** Reads /kratix/metadata/workflow-control.yaml; unknown keys are ignored as in Kratix. Throws an InputError. */
export function parseWorkflowControl(
  content: Uint8Array | undefined,
): WorkflowControl {
  if (!content) return { suspend: false };
  let parsed: unknown;
  try {
    parsed = parseKratixYaml(content);
  } catch (error) {
    throw new InputError(`invalid ${FILE}: ${(error as Error).message}`);
  }
  if (parsed === null || parsed === undefined) return { suspend: false };
  const result = schema.safeParse(parsed);
  if (!result.success) {
    const issue = result.error.issues[0];
    throw new InputError(
      `invalid ${FILE}: ${issue.path.join('.') || 'document'}: ${
        issue.message
      }`,
    );
  }
  const { suspend, message, retryAfter, reason } = result.data;
  const retryAfterMs = retryAfter ? toDelay(retryAfter) : undefined;
  return {
    suspend: suspend === true || retryAfterMs !== undefined,
    ...(message ? { message } : {}),
    ...(reason ? { reason } : {}),
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
  };
}

function toDelay(retryAfter: string): number {
  const delay = parseGoDuration(retryAfter);
  if (delay === undefined) {
    throw new InputError(
      `failed to parse retry duration: "${retryAfter}" with error: time: invalid duration "${retryAfter}"; write it as 30s, 10m or 1h30m in ${FILE}`,
    );
  }
  return Math.max(0, delay);
}
