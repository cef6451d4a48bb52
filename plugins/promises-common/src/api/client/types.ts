/** Finds the promises backend; `discoveryApiRef` in the browser, `coreServices.discovery` in a backend. @public */
export interface PromisesClientDiscovery {
  getBaseUrl(pluginId: string): Promise<string>;
}

/** Sends requests; `fetchApiRef` in the browser, `{ fetch }` in a backend. @public */
export interface PromisesClientFetch {
  fetch: typeof fetch;
}

/** What a client is made of. @public */
export interface PromisesClientOptions {
  readonly discoveryApi: PromisesClientDiscovery;
  readonly fetchApi: PromisesClientFetch;
}
