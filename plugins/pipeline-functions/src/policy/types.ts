/** Which documents a rule is for; what is not named is not asked. */
export interface RuleMatch {
  /** `''` is the core group. */
  readonly apiGroups?: readonly string[];
  readonly kinds?: readonly string[];
  readonly namespaces?: readonly string[];
  readonly names?: readonly string[];
  readonly labels?: Readonly<Record<string, string>>;
}

/** A rule of a policy, as it is written and with its defaults. */
export interface Rule {
  readonly name: string;
  readonly scope: 'request' | 'document';
  readonly severity: 'error' | 'warning';
  readonly match?: RuleMatch;
  /** CEL; the rule is asked only where it is true. */
  readonly when?: string;
  readonly forEach?: { readonly in: string; readonly as: string };
  /** CEL; true is fine. */
  readonly expression: string;
  /** Text with `${{ }}`. */
  readonly message?: string;
  /** CEL that gives the message. */
  readonly messageExpression?: string;
  /** The field of the request to blame; text with `${{ }}`. */
  readonly field?: string;
}

/** A rule, and the shared policy that it is from. */
export interface SourcedRule {
  readonly rule: Rule;
  readonly policy?: string;
}

/** A document that containers before wrote. */
export interface RenderedDocument {
  /** Path below /kratix/output. */
  readonly file: string;
  readonly content: Readonly<Record<string, unknown>>;
}

/** A file that cannot be read as documents. */
export interface UnreadableFile {
  readonly file: string;
  readonly problem: string;
}
