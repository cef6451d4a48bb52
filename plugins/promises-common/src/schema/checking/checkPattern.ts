import { compilePattern } from '../patterns/compilePattern';
import type { StructuralSchema } from '../types';
import type { Report } from './SchemaProblem';

/** Keyword `pattern` must be a regular expression of Go. */
export function checkPattern(
  { pattern }: StructuralSchema,
  report: Report,
): void {
  if (!pattern) return;
  try {
    compilePattern(pattern);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    report(
      'pattern',
      'FieldValueInvalid',
      `is not a regular expression of Go (RE2): ${reason}`,
    );
  }
}
