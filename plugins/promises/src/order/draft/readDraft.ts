import { z } from 'zod/v4';
import type { JsonObject } from '@promissory/plugin-promises-common';
import type { OrderDraft } from '../OrderDraft';

const draft = z.object({
  namespace: z.string(),
  name: z.string(),
  owner: z.string(),
  spec: z.record(z.string(), z.unknown()),
  comment: z.string(),
});

/** A draft as it was stored; undefined for anything else. */
export function readDraft(stored: string | null): OrderDraft | undefined {
  if (stored === null) {
    return undefined;
  }
  try {
    const parsed = draft.parse(JSON.parse(stored));
    return { ...parsed, spec: parsed.spec as JsonObject };
  } catch {
    return undefined;
  }
}
