import type { JsonObject } from '../kratix';
import type {
  DestinationList,
  DoctorReport,
  ListPromisesQuery,
  ListRequestsQuery,
  PromiseDetail,
  PromiseList,
  PromisesEvent,
  PromisesEventList,
  RequestBody,
  RequestFile,
  RequestVerb,
  ResourceRequest,
  ResourceRequestDetail,
  ResourceRequestList,
  StepLog,
  Preview,
  PreviewBody,
  ValidateBody,
  Verdict,
} from './types';

/** What any call may be given. @public */
export interface PromisesCallOptions {
  /** Bearer token; backends pass one, in the browser the fetch API adds the person's own. */
  readonly token?: string;
  /** Ends the call; it then rejects with an AbortError. */
  readonly signal?: AbortSignal;
}

/** An order or a change. @public */
export interface PutRequestOptions {
  readonly promise: string;
  readonly namespace: string;
  readonly name: string;
  readonly body: RequestBody;
  /** `etag` of the request that is changed. Without it, a body that differs from what is stored is refused with 412. */
  readonly ifMatch?: string;
  /** Refuses with 409 to touch a request that exists. */
  readonly mustBeNew?: boolean;
}

/** Which events, and after which. @public */
export interface ListEventsQuery {
  /** `promises`, `requests`, `destinations`, `logs`, `request:<uid>`, `promise:<name>`; all but `logs` where absent. */
  readonly topics?: readonly string[];
  /** Position of the last event already held. */
  readonly after?: string;
  /** 1 to 1000, 200 unless given. */
  readonly limit?: number;
}

/** Which part of a step's log. @public */
export interface GetStepLogQuery {
  readonly uid: string;
  /** Id of the run. */
  readonly run: string;
  /** Id of the step. */
  readonly step: string;
  /** The highest sequence already held. */
  readonly after?: number;
  /** 1 to 5000, 1000 unless given. */
  readonly limit?: number;
}

/** How the live stream is. `closed` is final: the call has returned or rejected. @public */
export type StreamConnectionState =
  | 'connecting'
  | 'open'
  | 'reconnecting'
  | 'closed';

/** A live stream of events. @public */
export interface StreamEventsOptions {
  /** As in {@link ListEventsQuery.topics}. */
  readonly topics?: readonly string[];
  /** Position to resume after; without it only what happens from now on is told. */
  readonly after?: string;
  /** Ends the stream; the call then resolves. */
  readonly signal: AbortSignal;
  /** Bearer token, or a function that gets a fresh one for each connection. */
  readonly token?: string | (() => Promise<string>);
  onEvent(event: PromisesEvent): void;
  /** Events were missed for good: read the state anew. Called before any event that follows the gap. */
  onReset?(): void;
  /** `error` says why it is reconnecting. */
  onConnectionState?(state: StreamConnectionState, error?: Error): void;
}

/**
 * The HTTP API of the promises plugin; each method is named after its operation. An answer that is not a success rejects
 * with a `ResponseError` of `@backstage/errors`; its `body` is the API's ErrorBody: `error.permission` names a missing
 * permission, `error.errors` the problems by JSON path. @public
 */
export interface PromisesApi {
  /** Cards of the Promises that the caller may read. */
  listPromises(
    query?: ListPromisesQuery,
    options?: PromisesCallOptions,
  ): Promise<PromiseList>;
  /** One Promise with what its page and form need. */
  getPromise(
    name: string,
    options?: PromisesCallOptions,
  ): Promise<PromiseDetail>;
  /** The verdict of admission, without placing an order. Resolves with `valid: false` for a bad request. */
  validateRequest(
    promise: string,
    body: ValidateBody,
    options?: PromisesCallOptions,
  ): Promise<Verdict>;
  /** What an order or a change would bring, without placing it. Rejects with 422 for a body that admission refuses. */
  previewRequest(
    promise: string,
    body: PreviewBody,
    options?: PromisesCallOptions,
  ): Promise<Preview>;
  /** Orders, or changes an order. The same body again answers the same and does nothing. */
  putRequest(
    request: PutRequestOptions,
    options?: PromisesCallOptions,
  ): Promise<ResourceRequest>;
  /** Requests that the caller may read, newest first. */
  listRequests(
    query?: ListRequestsQuery,
    options?: PromisesCallOptions,
  ): Promise<ResourceRequestList>;
  /** One request with its runs, placements, children and history. */
  getRequest(
    uid: string,
    options?: PromisesCallOptions,
  ): Promise<ResourceRequestDetail>;
  /** Starts the delete workflow. */
  deleteRequest(
    uid: string,
    options?: PromisesCallOptions & { readonly ifMatch?: string },
  ): Promise<ResourceRequest>;
  /** Retry, reconcile and the other verbs. A verb that the platform does not know answers 501. */
  actOnRequest(
    uid: string,
    verb: RequestVerb,
    options?: PromisesCallOptions,
  ): Promise<ResourceRequest>;
  /** Timeline of one request, oldest first. */
  listRequestEvents(
    uid: string,
    query?: Omit<ListEventsQuery, 'topics'>,
    options?: PromisesCallOptions,
  ): Promise<PromisesEventList>;
  /** Lines of one step's log. */
  getStepLog(
    query: GetStepLogQuery,
    options?: PromisesCallOptions,
  ): Promise<StepLog>;
  /** What the request's pipelines wrote, and where it is. */
  listRequestFiles(
    uid: string,
    options?: PromisesCallOptions,
  ): Promise<RequestFile[]>;
  /** Bytes of one file of the request. */
  getRequestFile(
    uid: string,
    sha256: string,
    options?: PromisesCallOptions,
  ): Promise<Uint8Array>;
  /** The request as the Kubernetes object that Kratix would show, with its status. */
  getRequestManifest(
    uid: string,
    options?: PromisesCallOptions,
  ): Promise<JsonObject>;
  /** Events that the caller may read, oldest first. */
  listEvents(
    query?: ListEventsQuery,
    options?: PromisesCallOptions,
  ): Promise<PromisesEventList>;
  /**
   * Follows the log of events live. Reconnects by itself, with backoff, and resumes after the last event that it told.
   * Resolves when the signal ends it; rejects only where trying again is of no use (401, 403, 404, 400).
   */
  streamEvents(options: StreamEventsOptions): Promise<void>;
  /** Stores a definition by its hash; for the catalog's own credentials only. */
  putDefinition(
    sha256: string,
    definition: JsonObject,
    options?: PromisesCallOptions,
  ): Promise<void>;
  /** Which of these hashes are not stored; for the catalog's own credentials only. */
  listMissingDefinitions(
    hashes: readonly string[],
    options?: PromisesCallOptions,
  ): Promise<string[]>;
  /** Destinations with their state stores. */
  listDestinations(options?: PromisesCallOptions): Promise<DestinationList>;
  /** Removes a disconnected Destination from the platform. */
  deleteDestination(name: string, options?: PromisesCallOptions): Promise<void>;
  /** How every part of the installation is, with what mends it. Takes a few seconds at the most. */
  getDoctor(options?: PromisesCallOptions): Promise<DoctorReport>;
}
