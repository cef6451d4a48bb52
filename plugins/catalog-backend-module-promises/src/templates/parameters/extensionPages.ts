import type { CatalogPromise } from '@promissory/plugin-promises-common';
import type { ParameterPages } from './ParameterPages';

/** One page on which the field `PromiseRequest` draws the form of the marketplace. */
export function extensionPages({
  name,
  title,
}: CatalogPromise): ParameterPages {
  return {
    pages: [
      {
        title,
        required: ['request'],
        properties: {
          request: {
            type: 'object',
            'ui:field': 'PromiseRequest',
            'ui:options': { promise: name },
            // The form tells each error at its field.
            'ui:hideError': true,
            required: ['name', 'namespace', 'spec'],
            properties: {
              promise: { type: 'string' },
              name: { type: 'string' },
              namespace: { type: 'string' },
              owner: { type: 'string' },
              spec: { type: 'object' },
            },
          },
        },
      },
    ],
    input: {
      name: '${{ parameters.request.name }}',
      namespace: '${{ parameters.request.namespace }}',
      owner: '${{ parameters.request.owner }}',
      spec: '${{ parameters.request.spec }}',
    },
    losses: [],
  };
}
