import type { JsonObject } from '../kratix';
import { apiPath, queryString } from './client/buildUrl';
import { HttpSender } from './client/HttpSender';
import { EventStreamFollower } from './client/EventStreamFollower';
import type { PromisesClientOptions } from './client/types';
import type {
  GetStepLogQuery,
  ListEventsQuery,
  PromisesApi,
  PromisesCallOptions,
  PutRequestOptions,
  StreamEventsOptions,
} from './PromisesApi';
import type {
  DestinationList,
  DoctorReport,
  ListPromisesQuery,
  ListRequestsQuery,
  PromiseDetail,
  PromiseList,
  PromisesEventList,
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

/** {@link PromisesApi} over HTTP, in the browser and in Node. @public */
export class PromisesClient implements PromisesApi {
  readonly #sender: HttpSender;

  constructor(options: PromisesClientOptions) {
    this.#sender = HttpSender.create(options);
  }

  listPromises(query: ListPromisesQuery = {}, options?: PromisesCallOptions) {
    const path = `${apiPath('promises')}${queryString(query)}`;
    return this.#sender.json<PromiseList>({ path }, options);
  }

  getPromise(name: string, options?: PromisesCallOptions) {
    const path = apiPath('promises', name);
    return this.#sender.json<PromiseDetail>({ path }, options);
  }

  validateRequest(
    promise: string,
    body: ValidateBody,
    options?: PromisesCallOptions,
  ) {
    const path = apiPath('promises', promise, 'validate');
    return this.#sender.json<Verdict>({ path, method: 'POST', body }, options);
  }

  previewRequest(
    promise: string,
    body: PreviewBody,
    options?: PromisesCallOptions,
  ) {
    const path = apiPath('promises', promise, 'preview');
    return this.#sender.json<Preview>({ path, method: 'POST', body }, options);
  }

  putRequest(request: PutRequestOptions, options?: PromisesCallOptions) {
    const { promise, namespace, name, body, ifMatch, mustBeNew } = request;
    return this.#sender.json<ResourceRequest>(
      {
        path: apiPath('promises', promise, 'requests', namespace, name),
        method: 'PUT',
        headers: {
          ...(ifMatch !== undefined && { 'If-Match': quoted(ifMatch) }),
          ...(mustBeNew && { 'If-None-Match': '*' }),
        },
        body,
      },
      options,
    );
  }

  listRequests(query: ListRequestsQuery = {}, options?: PromisesCallOptions) {
    const path = `${apiPath('requests')}${queryString(query)}`;
    return this.#sender.json<ResourceRequestList>({ path }, options);
  }

  getRequest(uid: string, options?: PromisesCallOptions) {
    const path = apiPath('requests', uid);
    return this.#sender.json<ResourceRequestDetail>({ path }, options);
  }

  deleteRequest(
    uid: string,
    options?: PromisesCallOptions & { readonly ifMatch?: string },
  ) {
    const headers: Record<string, string> =
      options?.ifMatch === undefined
        ? {}
        : { 'If-Match': quoted(options.ifMatch) };
    return this.#sender.json<ResourceRequest>(
      { path: apiPath('requests', uid), method: 'DELETE', headers },
      options,
    );
  }

  actOnRequest(uid: string, verb: RequestVerb, options?: PromisesCallOptions) {
    return this.#sender.json<ResourceRequest>(
      { path: apiPath('requests', uid, verb), method: 'POST' },
      options,
    );
  }

  listRequestEvents(
    uid: string,
    query: Omit<ListEventsQuery, 'topics'> = {},
    options?: PromisesCallOptions,
  ) {
    const path = `${apiPath('requests', uid, 'events')}${queryString({
      after: query.after,
      limit: query.limit,
    })}`;
    return this.#sender.json<PromisesEventList>({ path }, options);
  }

  getStepLog(query: GetStepLogQuery, options?: PromisesCallOptions) {
    const { uid, run, step, after, limit } = query;
    const path = apiPath('requests', uid, 'runs', run, 'steps', step, 'log');
    return this.#sender.json<StepLog>(
      { path: `${path}${queryString({ after, limit })}` },
      options,
    );
  }

  async listRequestFiles(
    uid: string,
    options?: PromisesCallOptions,
  ): Promise<RequestFile[]> {
    const path = apiPath('requests', uid, 'files');
    const list = await this.#sender.json<{ files: RequestFile[] }>(
      { path },
      options,
    );
    return list.files;
  }

  async getRequestFile(
    uid: string,
    sha256: string,
    options?: PromisesCallOptions,
  ): Promise<Uint8Array> {
    const path = apiPath('requests', uid, 'files', sha256);
    const response = await this.#sender.send({ path }, options);
    return new Uint8Array(await response.arrayBuffer());
  }

  getRequestManifest(uid: string, options?: PromisesCallOptions) {
    const path = apiPath('requests', uid, 'manifest');
    return this.#sender.json<JsonObject>({ path }, options);
  }

  listEvents(query: ListEventsQuery = {}, options?: PromisesCallOptions) {
    const path = `${apiPath('events')}${queryString({
      topics: query.topics?.join(','),
      after: query.after,
      limit: query.limit,
    })}`;
    return this.#sender.json<PromisesEventList>({ path }, options);
  }

  streamEvents(options: StreamEventsOptions): Promise<void> {
    return EventStreamFollower.create(this.#sender, options).follow();
  }

  async putDefinition(
    sha256: string,
    definition: JsonObject,
    options?: PromisesCallOptions,
  ): Promise<void> {
    await this.#sender.send(
      {
        path: apiPath('definitions', sha256),
        method: 'PUT',
        body: definition,
      },
      options,
    );
  }

  async listMissingDefinitions(
    hashes: readonly string[],
    options?: PromisesCallOptions,
  ): Promise<string[]> {
    const { missing } = await this.#sender.json<{ missing: string[] }>(
      {
        path: apiPath('definitions', 'missing'),
        method: 'POST',
        body: { hashes },
      },
      options,
    );
    return missing;
  }

  listDestinations(options?: PromisesCallOptions) {
    const path = apiPath('destinations');
    return this.#sender.json<DestinationList>({ path }, options);
  }

  async deleteDestination(
    name: string,
    options?: PromisesCallOptions,
  ): Promise<void> {
    const path = apiPath('destinations', name);
    await this.#sender.send({ path, method: 'DELETE' }, options);
  }

  getDoctor(options?: PromisesCallOptions) {
    return this.#sender.json<DoctorReport>(
      { path: apiPath('doctor') },
      options,
    );
  }
}

/** An entity tag as the header wants it, whether or not its quotes came along. */
function quoted(etag: string): string {
  return etag.startsWith('"') || etag === '*' ? etag : `"${etag}"`;
}
