import type { Entity } from '@backstage/catalog-model';
import {
  ANNOTATION_DEFINITION_HASH,
  hashDefinition,
  KRATIX_API_VERSION,
  type JsonObject,
} from '@promissory/plugin-promises-common';
import { stringify } from 'yaml';

export const TRUSTED = 'file:/trusted/promise.yaml';

export const RENDER = 'ghcr.io/promissory/render:v1';

/** The schema of the Promise that tests order: every kind of rule once. */
export const specSchema: JsonObject = {
  type: 'object',
  required: ['size'],
  properties: {
    size: { type: 'string', enum: ['small', 'large'] },
    replicas: { type: 'integer', minimum: 1, maximum: 5, default: 1 },
    engine: {
      type: 'string',
      default: 'postgres',
      'x-kubernetes-validations': [
        { rule: 'self == oldSelf', message: 'the engine cannot be changed' },
      ],
    },
    host: { type: 'string', pattern: '^[a-z]+$', maxLength: 10 },
    tags: {
      type: 'array',
      maxItems: 2,
      items: { type: 'object', properties: { key: { type: 'string' } } },
    },
  },
  'x-kubernetes-validations': [
    {
      rule: "!(has(self.replicas) && self.size == 'small' && self.replicas > 3)",
      message: 'a small one has at most 3 replicas',
    },
  ],
};

/** A Promise with one pipeline that writes one file; parts can be replaced. */
export function promiseDocument(
  options: {
    name?: string;
    image?: string;
    spec?: JsonObject;
    requiredPromises?: JsonObject[];
    renderOptions?: JsonObject;
    annotations?: Record<string, string>;
    kind?: string;
  } = {},
): JsonObject {
  const { name = 'db', image = RENDER, kind = 'Db' } = options;
  const plural = `${kind.toLocaleLowerCase('en-US')}s`;
  return {
    apiVersion: KRATIX_API_VERSION,
    kind: 'Promise',
    metadata: {
      name,
      annotations: {
        'promissory.io/category': 'Data',
        'promissory.io/tags': 'sql, storage',
        ...options.annotations,
      },
    },
    spec: {
      api: {
        apiVersion: 'apiextensions.k8s.io/v1',
        kind: 'CustomResourceDefinition',
        metadata: { name: `${plural}.example.com` },
        spec: {
          group: 'example.com',
          scope: 'Namespaced',
          names: {
            kind,
            plural,
            singular: kind.toLocaleLowerCase('en-US'),
          },
          versions: [
            {
              name: 'v1',
              served: true,
              storage: true,
              schema: {
                openAPIV3Schema: {
                  type: 'object',
                  required: ['spec'],
                  properties: { spec: options.spec ?? specSchema },
                },
              },
            },
          ],
        },
      },
      destinationSelectors: [{ matchLabels: { environment: 'dev' } }],
      ...(options.requiredPromises && {
        requiredPromises: options.requiredPromises,
      }),
      workflows: {
        resource: {
          configure: [
            {
              apiVersion: KRATIX_API_VERSION,
              kind: 'Pipeline',
              metadata: { name: 'make' },
              spec: {
                containers: [
                  {
                    name: 'render',
                    image,
                    env: [
                      {
                        name: 'OPTIONS',
                        value: stringify(
                          options.renderOptions ?? {
                            files: [
                              {
                                path: 'db.yaml',
                                content: {
                                  size: '${{ spec.size }}',
                                  name: '${{ metadata.name }}',
                                },
                              },
                            ],
                            status: { message: 'made' },
                          },
                        ),
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
  };
}

/** The slim entity that the catalog module makes of a Promise. */
export function promiseEntity(
  document: JsonObject,
  options: { location?: string; owner?: string; namespace?: string } = {},
): Entity {
  const { name } = document.metadata as { name: string };
  return {
    apiVersion: KRATIX_API_VERSION,
    kind: 'Promise',
    metadata: {
      name,
      namespace: options.namespace ?? 'default',
      annotations: {
        'backstage.io/managed-by-location': options.location ?? TRUSTED,
        'backstage.io/managed-by-origin-location': options.location ?? TRUSTED,
        [ANNOTATION_DEFINITION_HASH]: hashDefinition(document),
      },
    },
    spec: { owner: options.owner ?? 'group:default/platform' },
  };
}

export function destinationEntity(
  name = 'dev',
  options: { location?: string; path?: string } = {},
): Entity {
  return {
    apiVersion: KRATIX_API_VERSION,
    kind: 'Destination',
    metadata: {
      name,
      namespace: 'default',
      labels: { environment: 'dev' },
      annotations: {
        'backstage.io/managed-by-location': options.location ?? TRUSTED,
        'backstage.io/managed-by-origin-location': options.location ?? TRUSTED,
      },
    },
    spec: {
      path: options.path ?? name,
      stateStoreRef: { kind: 'GitStateStore', name: 'default' },
      cleanup: 'all',
    },
  };
}

export function stateStoreEntity(options: { location?: string } = {}): Entity {
  return {
    apiVersion: KRATIX_API_VERSION,
    kind: 'GitStateStore',
    metadata: {
      name: 'default',
      namespace: 'default',
      annotations: {
        'backstage.io/managed-by-location': options.location ?? TRUSTED,
        'backstage.io/managed-by-origin-location': options.location ?? TRUSTED,
      },
    },
    spec: { url: 'file:///platform.git', branch: 'main' },
  };
}
