import type {
  Pipeline,
  PromiseDefinition,
} from '@promissory/plugin-promises-common';

/** Parts of a Promise that tests differ in. */
export interface PromiseParts {
  readonly name?: string;
  readonly version?: string;
  readonly configure?: readonly string[];
  readonly delete?: readonly string[];
  readonly promiseConfigure?: readonly string[];
  readonly dependencies?: PromiseDefinition['spec']['dependencies'];
  readonly destinationSelectors?: PromiseDefinition['spec']['destinationSelectors'];
  readonly requiredPromises?: PromiseDefinition['spec']['requiredPromises'];
}

/** A Promise with an API and the named pipelines of one container each. */
export function promiseOf(parts: PromiseParts = {}): PromiseDefinition {
  const name = parts.name ?? 'database';
  return {
    apiVersion: 'platform.kratix.io/v1alpha1',
    kind: 'Promise',
    metadata: {
      name,
      ...(parts.version
        ? { labels: { 'kratix.io/promise-version': parts.version } }
        : {}),
    },
    spec: {
      api: {
        apiVersion: 'apiextensions.k8s.io/v1',
        kind: 'CustomResourceDefinition',
        metadata: { name: `${name}s.example.com` },
        spec: {
          group: 'example.com',
          scope: 'Namespaced',
          names: { kind: name, plural: `${name}s`, singular: name },
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
                      properties: { size: { type: 'string' } },
                    },
                  },
                },
              },
            },
          ],
        },
      },
      ...(parts.dependencies ? { dependencies: parts.dependencies } : {}),
      ...(parts.destinationSelectors
        ? { destinationSelectors: parts.destinationSelectors }
        : {}),
      ...(parts.requiredPromises
        ? { requiredPromises: parts.requiredPromises }
        : {}),
      workflows: {
        resource: {
          configure: pipelinesNamed(parts.configure ?? ['configure']),
          delete: pipelinesNamed(parts.delete ?? []),
        },
        promise: { configure: pipelinesNamed(parts.promiseConfigure ?? []) },
      },
    },
  };
}

function pipelinesNamed(names: readonly string[]): Pipeline[] {
  return names.map(name => ({
    apiVersion: 'platform.kratix.io/v1alpha1',
    kind: 'Pipeline',
    metadata: { name },
    spec: { containers: [{ name: 'main', image: `example.com/${name}:v1` }] },
  }));
}
