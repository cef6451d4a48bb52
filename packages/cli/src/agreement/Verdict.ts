/** How an answer compares with the recorded one. */
export interface Verdict {
  readonly verdict: boolean;
  readonly stored: boolean;
  readonly causes: boolean;
  /** What differs, where something does. */
  readonly difference?: Difference;
}

/** A difference, and the rule by which it can be looked up. */
export interface Difference {
  readonly what: string;
  readonly rule: string;
}

/** No difference. */
export const agreement: Verdict = { verdict: true, stored: true, causes: true };
