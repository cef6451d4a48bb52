/**
 * What a hook has loaded. `data` stays while it is read anew and while the connection is lost; it goes when the answer
 * is that the caller may not see it, or that it does not exist. @public
 */
export interface Loaded<T> {
  readonly data?: T;
  /** Why the last read failed. May stand beside `data` that is older. */
  readonly error?: Error;
  /** There is nothing to show yet. */
  readonly isLoading: boolean;
  /** `data` is shown while something newer is being read. */
  readonly isRefreshing: boolean;
  /** Reads again. */
  reload(): void;
}
