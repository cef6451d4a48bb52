import { stringify } from 'yaml';

/** A Promise document with some parts changed. */
export function promiseDocument(
  name: string,
  change: {
    readonly metadata?: Record<string, unknown>;
    readonly spec?: Record<string, unknown>;
  } = {},
): Record<string, unknown> {
  const plural = `${name}s`;
  return {
    apiVersion: 'platform.kratix.io/v1alpha1',
    kind: 'Promise',
    metadata: { name, ...change.metadata },
    spec: {
      api: {
        apiVersion: 'apiextensions.k8s.io/v1',
        kind: 'CustomResourceDefinition',
        metadata: { name: `${plural}.example.com` },
        spec: {
          group: 'example.com',
          scope: 'Namespaced',
          names: { kind: 'Thing', plural, singular: name },
          versions: [
            {
              name: 'v1',
              served: true,
              storage: true,
              schema: { openAPIV3Schema: { type: 'object' } },
            },
          ],
        },
      },
      ...change.spec,
    },
  };
}

/** Documents of one file. */
export function toYaml(...documents: readonly unknown[]): string {
  return documents.map(document => stringify(document)).join('---\n');
}
