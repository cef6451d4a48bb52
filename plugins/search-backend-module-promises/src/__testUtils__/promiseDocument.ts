import {
  KRATIX_API_VERSION,
  type JsonObject,
} from '@promissory/plugin-promises-common';

/** A Promise that takes orders and does nothing for them. */
export function promiseDocument(options: {
  readonly name: string;
  readonly annotations?: Record<string, string>;
}): JsonObject {
  const { name, annotations = {} } = options;
  const spec = {
    type: 'object',
    properties: { note: { type: 'string' } },
  };
  return {
    apiVersion: KRATIX_API_VERSION,
    kind: 'Promise',
    metadata: { name, annotations },
    spec: {
      api: {
        apiVersion: 'apiextensions.k8s.io/v1',
        kind: 'CustomResourceDefinition',
        metadata: { name: `${name}s.example.com` },
        spec: {
          group: 'example.com',
          scope: 'Namespaced',
          names: {
            kind: name.replace(/^./, first => first.toLocaleUpperCase('en-US')),
            plural: `${name}s`,
            singular: name,
          },
          versions: [
            {
              name: 'v1',
              served: true,
              storage: true,
              schema: {
                openAPIV3Schema: { type: 'object', properties: { spec } },
              },
            },
          ],
        },
      },
      destinationSelectors: [{ matchLabels: { environment: 'dev' } }],
    },
  };
}
