import { parse, stringify } from 'yaml';
import type {
  JsonObject,
  PolicyViolation,
} from '@promissory/plugin-promises-common';
import type { FactInput } from '../pipelineFunction/types';

const STATUS_FILE = 'status.yaml';

function readStatus(bytes: Uint8Array | undefined): JsonObject {
  const content: unknown = bytes && parse(new TextDecoder().decode(bytes));
  return typeof content === 'object' && content !== null
    ? (content as JsonObject)
    : {};
}

/**
 * The file status.yaml with the warnings of this step in `warnings`, each with the pipeline that found it: those of
 * other pipelines stay, those that this pipeline found in an earlier run go. Nothing where nothing changes.
 */
export function mergeWarnings(
  warnings: readonly PolicyViolation[],
  input: Pick<FactInput, 'object' | 'environment' | 'metadata'>,
): ReadonlyMap<string, Uint8Array> {
  const pipeline = input.environment.KRATIX_PIPELINE_NAME ?? '';
  const status = readStatus(input.metadata.get(STATUS_FILE));
  const before = (input.object.status as JsonObject | undefined)?.warnings;
  const standing = Array.isArray(status.warnings)
    ? (status.warnings as unknown[])
    : (Array.isArray(before) ? (before as unknown[]) : []).filter(
        entry => (entry as JsonObject | null)?.pipeline !== pipeline,
      );
  const next = [
    ...standing,
    ...warnings.map(({ severity, ...warning }) => ({ pipeline, ...warning })),
  ];
  const had = status.warnings ?? before;
  const same = JSON.stringify(had ?? []) === JSON.stringify(next);
  return same
    ? new Map()
    : new Map([
        [
          STATUS_FILE,
          new TextEncoder().encode(stringify({ ...status, warnings: next })),
        ],
      ]);
}
