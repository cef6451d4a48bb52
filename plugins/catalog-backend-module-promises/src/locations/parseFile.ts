import {
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
  type Entity,
} from '@backstage/catalog-model';
import { parseAllDocuments } from 'yaml';
import { z } from 'zod/v4';
import { isKratixEntity } from '../entity/kratixEntity';
import type { LocatedFile } from './LocatedFile';

const shape = z.looseObject({
  apiVersion: z.string(),
  kind: z.string(),
  metadata: z.looseObject({
    name: z.string().min(1),
    annotations: z.record(z.string(), z.unknown()).nullish(),
  }),
});

/** What is in a file: its entities, or why it cannot be taken as it is. */
export type ParsedFile =
  | { readonly entities: readonly Entity[] }
  | { readonly fault: string };

/**
 * The Promises, Destinations and state stores of a file. A file is taken as a whole: with a document in it that cannot be
 * read, or that belongs elsewhere, nobody knows what else is meant.
 */
export function parseFile(
  { ref, text }: LocatedFile,
  origin: string,
): ParsedFile {
  const entities: Entity[] = [];
  for (const [index, document] of parseAllDocuments(text, {
    merge: true,
  }).entries()) {
    const fault = (words: string) => ({
      fault: `${ref}: document ${index + 1}: ${words}`,
    });
    const [error] = document.errors;
    if (error) return { fault: `${ref}: ${error.message}` };
    const value = readValue(document);
    if (value === null || value === undefined) continue;
    const parsed = shape.safeParse(value);
    if (!parsed.success) {
      const [{ path, message }] = parsed.error.issues;
      return fault([...path, message].join(': '));
    }
    const entity = parsed.data as unknown as Entity;
    if (!isKratixEntity(entity)) {
      return fault(
        `${entity.kind} ${entity.metadata.name} of ${entity.apiVersion} does not belong here; promises.locations takes Promise, Destination, GitStateStore and BucketStateStore`,
      );
    }
    entities.push({
      ...entity,
      metadata: {
        ...entity.metadata,
        annotations: {
          ...entity.metadata.annotations,
          [ANNOTATION_LOCATION]: ref,
          [ANNOTATION_ORIGIN_LOCATION]: origin,
        },
      },
    });
  }
  return entities.length > 0
    ? { entities }
    : { fault: `${ref}: there is no document in it` };
}

/** Real Promises repeat large parts by aliases; a bound stays, because each use is another copy. */
function readValue(document: ReturnType<typeof parseAllDocuments>[number]) {
  return document.toJS({ maxAliasCount: 10_000 }) as unknown;
}
