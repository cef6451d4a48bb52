import { stringify } from 'yaml';

const KRATIX = 'platform.kratix.io/v1alpha1';

/** A Promise `service` that delivers the text of the order as a file of the catalog. */
export const promise = stringify({
  apiVersion: KRATIX,
  kind: 'Promise',
  metadata: {
    name: 'service',
    annotations: { 'promissory.io/title': 'Service' },
  },
  spec: {
    api: {
      apiVersion: 'apiextensions.k8s.io/v1',
      kind: 'CustomResourceDefinition',
      metadata: { name: 'services.example.com' },
      spec: {
        group: 'example.com',
        scope: 'Namespaced',
        names: { kind: 'Service', plural: 'services', singular: 'service' },
        versions: [
          {
            name: 'v1',
            served: true,
            storage: true,
            schema: {
              openAPIV3Schema: {
                type: 'object',
                properties: {
                  spec: {
                    type: 'object',
                    properties: { text: { type: 'string' } },
                  },
                },
              },
            },
          },
        ],
      },
    },
    destinationSelectors: [{ matchLabels: { environment: 'catalog' } }],
    workflows: {
      resource: {
        configure: [
          {
            apiVersion: KRATIX,
            kind: 'Pipeline',
            metadata: { name: 'make' },
            spec: {
              containers: [
                {
                  name: 'render',
                  image: 'ghcr.io/promissory/render:v1',
                  env: [
                    {
                      name: 'OPTIONS',
                      value: stringify({
                        files: [
                          {
                            path: 'catalog-info.yaml',
                            content: '${{ spec.text }}',
                          },
                        ],
                      }),
                    },
                  ],
                },
              ],
            },
          },
        ],
      },
    },
  },
});

/** A Destination that is read back into the catalog, unless told otherwise. */
export function destination(isCatalog = true): string {
  return stringify({
    apiVersion: KRATIX,
    kind: 'Destination',
    metadata: {
      name: 'catalog',
      labels: { environment: 'catalog' },
      annotations: { 'promissory.io/catalog': String(isCatalog) },
    },
    spec: {
      path: 'catalog',
      cleanup: 'all',
      stateStoreRef: { kind: 'GitStateStore', name: 'default' },
    },
  });
}

export const stateStore = stringify({
  apiVersion: KRATIX,
  kind: 'GitStateStore',
  metadata: { name: 'default' },
  spec: { url: 'file:///platform.git', branch: 'main' },
});

/** A Component as a file. */
export function component(
  name: string,
  change: {
    readonly metadata?: Readonly<Record<string, unknown>>;
    readonly spec?: Readonly<Record<string, unknown>>;
  } = {},
): string {
  return stringify({
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name, ...change.metadata },
    spec: {
      type: 'service',
      lifecycle: 'production',
      owner: 'user:default/mock',
      ...change.spec,
    },
  });
}
