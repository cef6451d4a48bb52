import type { z } from 'zod/v4';

/** A column of JSON text: parsed when a row is read, printed when it is written. */
export interface JsonColumn<T> {
  /** Throws where the text is not what this release writes. */
  parse(text: string): T;
  print(value: T): string;
}

/** A column whose values have this shape. */
export function jsonColumn<T>(schema: z.ZodType<T>): JsonColumn<T> {
  return {
    parse: text => schema.parse(JSON.parse(text)),
    print: value => JSON.stringify(value),
  };
}
