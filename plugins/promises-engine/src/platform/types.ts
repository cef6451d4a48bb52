import type {
  DestinationDefinition,
  Finding,
  JsonObject,
  PromiseDefinition,
  PromiseLink,
  RequestVerb,
  ResourceRequest,
  StateStoreDefinition,
} from '@promissory/plugin-promises-common';

/** What a card shows, taken from annotations and labels with good defaults. */
export interface PromiseCardData {
  readonly title: string;
  readonly description?: string;
  readonly category?: string;
  readonly icon?: string;
  readonly tags: readonly string[];
  readonly links: readonly PromiseLink[];
  readonly whatYouGet: readonly string[];
  readonly example?: JsonObject;
  readonly documentation?: string;
}

/** A Promise as the registry read it from the catalog. */
export interface RegisterPromiseOptions {
  readonly entityRef: string;
  readonly ownerRef?: string;
  readonly location?: string;
  readonly definitionSha256: string;
  readonly definition: PromiseDefinition;
  readonly card: PromiseCardData;
  /** False where the location is not trusted: the Promise is shown and does nothing. */
  readonly trusted: boolean;
  /** An error among them makes the Promise Invalid: shown with its findings, taking no orders. */
  readonly findings: readonly Finding[];
}

/** A Destination as the registry read it from the catalog. */
export interface RegisterDestinationOptions {
  readonly entityRef: string;
  readonly definition: DestinationDefinition;
  readonly fulfilsRequests: boolean;
  /** Catalog entities that are delivered there appear in the catalog. Default: false. */
  readonly catalog?: boolean;
  readonly trusted: boolean;
  readonly findings: readonly Finding[];
}

/** A state store as the registry read it from the catalog. */
export interface RegisterStateStoreOptions {
  readonly entityRef: string;
  readonly definition: StateStoreDefinition;
  readonly trusted: boolean;
  readonly findings: readonly Finding[];
}

/** Who asks, and through what. */
export interface Actor {
  /** Entity ref of a user, or `plugin:<id>` of a service. */
  readonly ref: string;
  readonly origin: ResourceRequest['origin'];
}

/** An order or a change that admission has passed. */
export interface ApplyRequestOptions {
  readonly promiseName: string;
  readonly namespace: string;
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
  /** Pruned, defaulted and valid for the revision. */
  readonly spec: JsonObject;
  /** The revision that admission judged by; a ConflictError where it is no longer the current one. */
  readonly promiseRevisionId: string;
  readonly ownerRef: string;
  readonly comment?: string;
  readonly actor: Actor;
  /** Value of If-Match, without quotes. */
  readonly ifMatch?: string;
  /** If-None-Match: * was sent. */
  readonly mustBeNew?: boolean;
}

/** What applying did. `unchanged` wrote nothing. */
export interface ApplyRequestResult {
  readonly uid: string;
  readonly outcome: 'created' | 'changed' | 'unchanged';
}

/**
 * Commands of a platform. `native` fulfils in the backend, others drive a Kratix; both write the same read model.
 *
 * Errors are those of `@backstage/errors` (NotFoundError, ConflictError, …) and {@link PreconditionFailedError}.
 */
export interface Platform {
  readonly name: string;
  apply(options: ApplyRequestOptions): Promise<ApplyRequestResult>;
  delete(options: {
    readonly uid: string;
    readonly actor: Actor;
    readonly ifMatch?: string;
  }): Promise<void>;
  act(options: {
    readonly uid: string;
    readonly verb: RequestVerb;
    readonly actor: Actor;
  }): Promise<void>;
  /** Verbs that this platform knows; the others are refused with 501. */
  readonly capabilities: { readonly verbs: readonly RequestVerb[] };
}
