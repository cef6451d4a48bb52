import type { Finding } from '../../api';
import { readLenient } from '../findings/readLenient';
import type { PromiseDefinition } from '../types';
import { promiseSchema } from './promiseSchema';

/**
 * Reads a Promise document: what YAML or JSON gave, with or without a `status` (which is dropped).
 *
 * A part that cannot be read is left out of the definition and named in an error at its path, so the rest can still be
 * shown; nothing is executed of a definition with errors. `definition` is undefined where the document is no Promise at
 * all or has no name or spec. Rules beyond shape are those of `checkPromise`.
 *
 * @public
 */
export function parsePromise(document: unknown): {
  readonly definition?: PromiseDefinition;
  readonly findings: Finding[];
} {
  const { value, findings } = readLenient(promiseSchema, document);
  if (!value) {
    return { findings };
  }
  const { apiVersion, kind, metadata, spec } = value;
  return {
    // The literals of a pipeline (GVK, restartPolicy) are checked by checkPromise, which names their place.
    definition: { apiVersion, kind, metadata, spec } as PromiseDefinition,
    findings,
  };
}
