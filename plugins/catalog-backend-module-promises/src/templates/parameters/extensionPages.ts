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
            title,
            'ui:field': 'PromiseRequest',
            'ui:options': { promise: name },
            // The page lists the errors, and the form has each at its field: enough.
            'ui:hideError': true,
            required: ['name', 'namespace', 'spec'],
            properties: {
              // Names on the page that reviews what was filled in.
              promise: {
                type: 'string',
                'ui:backstage': { review: { show: false } },
              },
              name: { type: 'string', title: 'Name of the request' },
              namespace: { type: 'string', title: 'Namespace' },
              owner: { type: 'string', title: 'Owner' },
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
