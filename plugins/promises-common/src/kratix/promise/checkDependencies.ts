import type { Finding } from '../../api';
import { warning } from '../findings/findings';
import type { JsonObject, PromiseDefinition } from '../types';

/** Static dependencies that are no Kubernetes objects: written as they are, and refused by the cluster that reads them. */
export function checkDependencies({ spec }: PromiseDefinition): Finding[] {
  return (spec.dependencies ?? []).flatMap((dependency, index) => {
    const missing = ['apiVersion', 'kind'].filter(
      field => typeof dependency[field] !== 'string',
    );
    if (!hasName(dependency.metadata)) {
      missing.push('metadata.name');
    }
    return missing.length > 0
      ? [
          warning(
            `spec.dependencies[${index}]`,
            `This is no Kubernetes object: ${missing.join(', ')} ${
              missing.length === 1 ? 'is' : 'are'
            } missing`,
          ),
        ]
      : [];
  });
}

function hasName(metadata: unknown): boolean {
  const { name, generateName } = (metadata ?? {}) as JsonObject;
  return typeof name === 'string' || typeof generateName === 'string';
}
