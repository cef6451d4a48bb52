import type { PromisesApi } from '@promissory/plugin-promises-common';
import {
  destination,
  doctorReport,
  promiseCard,
  promiseDetail,
  requestDetail,
  requestFile,
  resourceRequest,
  stepLog,
} from './fixtures';
import { preview } from './preview';

/** The API with one of everything; a test replaces what it is about. */
export function fakePromisesApi(
  replaced: Partial<PromisesApi> = {},
): jest.Mocked<PromisesApi> {
  const api: PromisesApi = {
    listPromises: async () => ({
      items: [promiseCard()],
      total: 1,
      facets: {
        categories: [{ value: 'Databases', count: 1 }],
        tags: [{ value: 'sql', count: 1 }],
        owners: [{ value: 'group:default/platform', count: 1 }],
      },
    }),
    getPromise: async () => promiseDetail(),
    validateRequest: async (_promise, body) => ({
      valid: true,
      errors: [],
      object: {
        apiVersion: 'marketplace.example.com/v1',
        kind: 'PostgreSQL',
        metadata: { name: body.name, namespace: body.namespace },
        spec: body.spec,
      },
    }),
    previewRequest: async () => preview(),
    putRequest: async () => resourceRequest(),
    listRequests: async () => ({
      items: [resourceRequest()],
      total: 1,
      facets: { promises: [], namespaces: [], states: [], owners: [] },
    }),
    getRequest: async () => requestDetail(),
    deleteRequest: async () => resourceRequest(),
    actOnRequest: async () => resourceRequest(),
    listRequestEvents: async () => ({ items: [], reset: false }),
    getStepLog: async query =>
      query.after ? { lines: [], complete: true } : stepLog(),
    listRequestFiles: async () => [requestFile()],
    getRequestFile: async () => new Uint8Array(),
    getRequestManifest: async () => ({ kind: 'PostgreSQL' }),
    listEvents: async () => ({ items: [], reset: false }),
    streamEvents: ({ signal, onConnectionState }) => {
      onConnectionState?.('open');
      return new Promise(resolve =>
        signal.addEventListener('abort', () => resolve()),
      );
    },
    putDefinition: async () => {},
    listMissingDefinitions: async () => [],
    listDestinations: async () => ({
      items: [destination()],
      canDelete: true,
    }),
    deleteDestination: async () => {},
    getDoctor: async () => doctorReport(),
    ...replaced,
  };
  return Object.fromEntries(
    Object.entries(api).map(([name, method]) => [
      name,
      jest.fn(method as () => unknown),
    ]),
  ) as unknown as jest.Mocked<PromisesApi>;
}
