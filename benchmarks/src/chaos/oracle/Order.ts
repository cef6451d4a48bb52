/** What is asked of the Promise `note`. */
export interface NoteSpec {
  readonly text: string;
  /** Its pipeline fails. */
  readonly broken?: boolean;
}

/** What is asked of the Promise `folder`. */
export interface FolderSpec {
  readonly text: string;
  readonly notes: readonly string[];
}

/** One request as its customer knows it: what was accepted, never what the portal says of it. */
export interface Order {
  readonly promise: 'note' | 'folder';
  readonly name: string;
  uid?: string;
  /** What was accepted, by generation. */
  readonly specs: Array<NoteSpec | FolderSpec>;
  /** Runs that its customer asked for; an answer that was lost counts. */
  runsAsked: number;
  deleted: boolean;
}

/** Namespace of all orders. */
export const NAMESPACE = 'default';
