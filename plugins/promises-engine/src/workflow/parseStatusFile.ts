import { InputError } from '@backstage/errors';
import type { JsonObject } from '@promissory/plugin-promises-common';
import { z } from 'zod/v4';
import { parseKratixYaml } from './parseKratixYaml';

/** Reads /kratix/metadata/status.yaml; absent means nothing to add. Throws an InputError in Kratix's words. */
export function parseStatusFile(content: Uint8Array | undefined): JsonObject {
  if (!content) return {};
  let parsed: unknown;
  try {
    parsed = parseKratixYaml(content);
  } catch (error) {
    throw new InputError(`invalid status.yaml: ${(error as Error).message}`);
  }
  if (parsed === null || parsed === undefined) return {};
  const result = z.record(z.string(), z.unknown()).safeParse(parsed);
  if (!result.success) {
    throw new InputError(
      'invalid status.yaml: the document must be a mapping of status fields',
    );
  }
  if ('kratix' in result.data) {
    throw new InputError(
      "'kratix' is a kratix managed status field that cannot be updated via workflows; remove update to 'kratix' from the '/kratix/metadata/status.yaml' file",
    );
  }
  return result.data;
}
