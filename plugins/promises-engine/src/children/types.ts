import type {
  FieldError,
  JsonObject,
} from '@promissory/plugin-promises-common';

/** A request by its names. */
export interface RequestIdentity {
  readonly promiseName: string;
  readonly namespace: string;
  readonly name: string;
}

/** A document in a file that a pipeline wrote, as far as it may be a request. */
export interface ChildDocument {
  readonly group: string;
  readonly version: string;
  readonly kind: string;
  /** absent where the document names none */
  readonly namespace?: string;
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
  readonly spec: JsonObject;
  /** what keeps the document from being a request at all: a name that is missing, a label that is no text */
  readonly errors: readonly FieldError[];
}

/** What is in a file. */
export type ParsedFile =
  | { readonly documents: readonly ChildDocument[] }
  /** in words, with the line; without its bytes nobody can tell whether there are requests in it */
  | { readonly problem: string; readonly isLost?: true };

/** A Promise whose requests documents may be. */
export interface ChildPromise {
  readonly id: string;
  readonly name: string;
  readonly group: string;
  readonly kind: string;
  /** Available, Unavailable, Withdrawn, Untrusted, Invalid, Refused */
  readonly state: string;
  readonly message: string;
  readonly revisionId?: string;
}

/** A file where it is placed. */
export interface PlacedFile {
  readonly filepath: string;
  readonly sha256: string;
  /** absent where it has no place yet */
  readonly destination?: string;
  /** documents in it are requests */
  readonly fulfils: boolean;
  /** it has no place yet, and may get one where documents in it are requests */
  readonly isAwaited?: true;
}

/** A document that should be a child. */
export interface WantedDocument {
  readonly promise: ChildPromise;
  readonly namespace: string;
  readonly name: string;
  readonly document: ChildDocument;
  readonly filepath: string;
  /** names the content of the document */
  readonly id: string;
}

/** A document that will be a child, or may turn out to be one, and cannot be ordered yet. */
export interface AwaitedChild extends RequestIdentity {
  /** what it waits for, in words */
  readonly message: string;
}

/** A live request that has the name of a wanted child and is not this parent's. */
export interface NameHolder {
  readonly uid: string;
  readonly requestedBy: string;
  readonly deleting: boolean;
  /** the request that it belongs to */
  readonly parent?: RequestIdentity;
}

/** A document that should be a child, with what is decided from. */
export interface WantedChild extends WantedDocument {
  /** as it would be stored */
  readonly spec: JsonObject;
  /** what is stored of one that is there, as its Promise reads it now: with defaults that came later */
  readonly served?: JsonObject;
  /** what admission has against it */
  readonly errors: readonly FieldError[];
  readonly holder?: NameHolder;
  /** the owner of the parent may have requests in the namespace */
  readonly mayOwn: boolean;
}

/** A live request that belongs to the parent. */
export interface ChildFacts extends RequestIdentity {
  readonly uid: string;
  readonly promiseId: string;
  readonly group: string;
  readonly kind: string;
  readonly ownerRef: string;
  readonly requestedBy: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
  readonly spec: JsonObject;
  readonly state: {
    readonly name: string;
    readonly reason: string;
    readonly message: string;
  };
  readonly deleting: boolean;
  /** its newest generation was delivered once */
  readonly delivered: boolean;
}

/** Why a document does not become, or no longer is, a child. */
export interface ChildProblem {
  readonly reason: ChildProblemReason;
  readonly message: string;
  /** absent where a whole file, or the request, is the problem */
  readonly child?: RequestIdentity;
  /** the file has no place yet: where it gets one, it may be just a file */
  readonly isPending?: true;
}

/** Reasons of problems; each is in docs/reference/request-states.md. */
export type ChildProblemReason =
  | 'ChildDocumentInvalid'
  | 'ChildInvalid'
  | 'ChildNameTaken'
  | 'ChildCycle'
  | 'ChildTooDeep'
  | 'ChildPromiseWithdrawn'
  | 'ChildPromiseNotOrderable'
  | 'ChildNamespaceForbidden'
  | 'TooManyChildren';

/** Bounds of compound requests. */
export interface ChildLimits {
  /** levels below a request that a person ordered */
  readonly maximumDepth: number;
  /** children of one request */
  readonly maximumChildren: number;
}

/** Everything about children that decides what happens to their parent. */
export interface ChildrenFacts {
  readonly wanted: readonly WantedChild[];
  /** documents that nothing can be done for yet; a step that waits for all children waits for them too */
  readonly awaited: readonly AwaitedChild[];
  /** keys of all documents that are written anywhere, and of those that have no place yet */
  readonly written: ReadonlySet<string>;
  /** files that cannot be read, documents that contradict each other */
  readonly problems: readonly ChildProblem[];
  readonly present: readonly ChildFacts[];
  /** the requests that the parent belongs to, the innermost first */
  readonly ancestors: readonly RequestIdentity[];
  readonly limits: ChildLimits;
}

/** Default bounds. */
export const DEFAULT_CHILD_LIMITS: ChildLimits = {
  maximumDepth: 5,
  maximumChildren: 100,
};

/** A request whose pipelines write no requests. */
export const NO_CHILDREN: ChildrenFacts = {
  wanted: [],
  awaited: [],
  written: new Set(),
  problems: [],
  present: [],
  ancestors: [],
  limits: DEFAULT_CHILD_LIMITS,
};
