import {
  KRATIX_API_VERSION,
  type JsonObject,
} from '@promissory/plugin-promises-common';
import { stringify } from 'yaml';

const specSchema: JsonObject = {
  type: 'object',
  required: ['size'],
  properties: {
    size: { type: 'string', enum: ['small', 'large'] },
    replicas: { type: 'integer', minimum: 1, maximum: 5, default: 1 },
  },
};

/** A Promise with one pipeline that writes one file to Destinations with the label. */
export function promiseDocument(options: {
  readonly name: string;
  readonly kind: string;
  /** Which Destinations; the test's own has `environment: dev`. */
  readonly environment?: string;
  /** Replaces the content of the file. */
  readonly content?: JsonObject;
}): JsonObject {
  const { name, kind, environment = 'dev' } = options;
  const singular = kind.toLocaleLowerCase('en-US');
  return {
    apiVersion: KRATIX_API_VERSION,
    kind: 'Promise',
    metadata: { name },
    spec: {
      api: {
        apiVersion: 'apiextensions.k8s.io/v1',
        kind: 'CustomResourceDefinition',
        metadata: { name: `${singular}s.example.com` },
        spec: {
          group: 'example.com',
          scope: 'Namespaced',
          names: { kind, plural: `${singular}s`, singular },
          versions: [
            {
              name: 'v1',
              served: true,
              storage: true,
              schema: {
                openAPIV3Schema: {
                  type: 'object',
                  required: ['spec'],
                  properties: { spec: specSchema },
                },
              },
            },
          ],
        },
      },
      destinationSelectors: [{ matchLabels: { environment } }],
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
                    image: 'ghcr.io/promissory/render:v1',
                    env: [
                      {
                        name: 'OPTIONS',
                        value: renderOptions(options.content),
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

function renderOptions(content: JsonObject | undefined): string {
  return stringify({
    files: [
      {
        path: 'made.yaml',
        content: content ?? {
          size: '${{ spec.size }}',
          name: '${{ metadata.name }}',
        },
      },
    ],
    status: { host: '${{ metadata.name }}.example.com' },
  });
}
