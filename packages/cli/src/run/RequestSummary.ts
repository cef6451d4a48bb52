/** A request as it is. */
export interface RequestSummary {
  readonly uid: string;
  readonly promise: string;
  readonly namespace: string;
  readonly name: string;
  /** It belongs to another request. */
  readonly isPart: boolean;
  readonly state: string;
  readonly reason: string;
  readonly message: string;
  /** It is tried again at a known time. */
  readonly isRetried: boolean;
}
