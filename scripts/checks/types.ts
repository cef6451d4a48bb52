/** How many tests a check counts; a command that only has an exit code counts as one. */
export interface CheckResult {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** Why something was skipped and how to get it, or where to read about a failure. */
  readonly notes: readonly string[];
}

/** One part of `./yarnw test`. */
export interface Check {
  readonly name: string;
  run(): Promise<CheckResult>;
}
