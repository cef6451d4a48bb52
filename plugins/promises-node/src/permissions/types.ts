/** What conditions on a Promise look at. @public */
export interface PromiseResource {
  readonly name: string;
  /** Entity ref; absent where nobody owns it. */
  readonly ownerRef?: string;
}

/** What conditions on a request look at: one that exists, or the one that an order would make. @public */
export interface RequestResource {
  readonly promiseName: string;
  readonly namespace: string;
  /** Entity ref. */
  readonly ownerRef: string;
  /** Entity ref of the person who ordered. */
  readonly requestedBy: string;
}

/**
 * A condition as the database asks it: the column equals one of the values, or matches one of the patterns, in which `*`
 * stands for any characters. @public
 */
export type ResourceFilter<TColumn extends string> =
  | { readonly column: TColumn; readonly values: readonly string[] }
  | { readonly column: TColumn; readonly patterns: readonly string[] };

/** {@link ResourceFilter} on Promises. @public */
export type PromiseFilter = ResourceFilter<'name' | 'owner_ref'>;

/** {@link ResourceFilter} on requests. @public */
export type RequestFilter = ResourceFilter<
  'promise_name' | 'namespace' | 'owner_ref' | 'requested_by'
>;
