import { parseDocument } from 'yaml';
import type { z } from 'zod/v4';
import type { Finding } from '../../api';

/**
 * Reads annotations one by one and keeps a warning for each that cannot be read: a bad annotation costs its own part of
 * the card and nothing else.
 */
export class AnnotationReader {
  readonly #annotations: Readonly<Record<string, string>>;
  readonly findings: Finding[] = [];

  constructor(annotations: Readonly<Record<string, string>> | undefined) {
    this.#annotations = annotations ?? {};
  }

  /** The text without space around it; undefined where there is none. */
  text(annotation: string): string | undefined {
    return this.#annotations[annotation]?.trim() || undefined;
  }

  /** The value of an annotation that is written in YAML; undefined where it is missing or does not fit the schema. */
  yaml<T>(
    annotation: string,
    schema: z.ZodType<T>,
    expected: string,
  ): T | undefined {
    const text = this.text(annotation);
    if (text === undefined) {
      return undefined;
    }
    const document = parseDocument(text);
    if (document.errors.length > 0) {
      this.warn(
        annotation,
        `is no YAML: ${document.errors[0].message.split('\n')[0]}`,
      );
      return undefined;
    }
    const result = schema.safeParse(toValue(document));
    if (!result.success) {
      this.warn(annotation, `must be ${expected}`);
      return undefined;
    }
    return result.data;
  }

  warn(annotation: string, message: string): void {
    this.findings.push({
      severity: 'warning',
      path: `metadata.annotations[${annotation}]`,
      message: `Annotation ${annotation} ${message}; it is ignored`,
    });
  }
}

// Too many aliases make it throw: a document that would fill the memory.
function toValue(document: ReturnType<typeof parseDocument>): unknown {
  try {
    return document.toJS();
  } catch {
    return undefined;
  }
}
