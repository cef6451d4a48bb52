import { InputError } from '@backstage/errors';
import { z } from 'zod/v4';

const cursorSchema = z.tuple([z.string(), z.string()]);

/** Prints where a page ended: a sort key and an id. */
export function formatCursor(key: string, id: string): string {
  return Buffer.from(JSON.stringify([key, id])).toString('base64url');
}

/** Reads a cursor; an InputError where it is none of ours. */
export function parseCursor(cursor: string): { key: string; id: string } {
  try {
    const [key, id] = cursorSchema.parse(
      JSON.parse(Buffer.from(cursor, 'base64url').toString()),
    );
    return { key, id };
  } catch {
    throw new InputError(
      'cursor: not a cursor of this list; leave it out to start at the beginning',
    );
  }
}
