import type { Entity } from '@backstage/catalog-model';
import {
  KRATIX_API_VERSION,
  type JsonObject,
} from '@promissory/plugin-promises-common';

/** A slim entity of one of Kratix's kinds, from a trusted location. */
export function kratixEntity(options: {
  readonly kind: string;
  readonly name: string;
  readonly labels?: Record<string, string>;
  readonly annotations?: Record<string, string>;
  readonly spec: JsonObject;
}): Entity {
  const { kind, name, labels, annotations, spec } = options;
  return {
    apiVersion: KRATIX_API_VERSION,
    kind,
    metadata: {
      name,
      namespace: 'default',
      labels,
      annotations: {
        'backstage.io/managed-by-origin-location': 'file:/trusted/promise.yaml',
        ...annotations,
      },
    },
    spec: spec as Entity['spec'],
  };
}
