/** A finding of the linter. Errors fail the file; warnings and infos are advice. */
export interface LintFinding {
  readonly rule: LintRuleName;
  readonly severity: 'error' | 'warning' | 'info';
  /** Where in the document, or in the schema; empty for the whole. */
  readonly path: string;
  readonly message: string;
}

/** Rules of the linter. */
export type LintRuleName =
  | 'unreadable'
  | 'promise'
  | 'schema'
  | 'field-lost'
  | 'no-description'
  | 'giant-enum'
  | 'plain-secret'
  | 'contradicting-default'
  | 'impossible-value';
