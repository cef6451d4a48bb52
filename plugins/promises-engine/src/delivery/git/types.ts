/** Where a state store's repository is. */
export type GitRemote =
  /** A bare repository on this machine. */
  | { readonly kind: 'local'; readonly directory: string }
  | { readonly kind: 'https'; readonly url: string; readonly host: string };

/** Who is named in commits. */
export interface GitAuthor {
  readonly name: string;
  readonly email: string;
}

/** What a commit changes. Removals come first: a folder that is removed and written into is replaced. */
export interface TreeChange {
  /** Files or whole folders. */
  readonly removals: readonly string[];
  readonly writes: ReadonlyArray<{
    readonly path: string;
    readonly content: Uint8Array;
  }>;
}

/** A commit and the tree that it holds. */
export interface CommittedTree {
  readonly commit: string;
  readonly tree: string;
}

/** A file of a commit. */
export interface TreeEntry {
  readonly path: string;
  /** Object id of its bytes. */
  readonly blob: string;
}
