import type { JsonObject, PromiseDefinition } from '../types';
import { hashSpec } from './hashSpec';

/**
 * Kratix's hash of a Promise: md5 in hex over the spec as the API server keeps it, that is with the three parts of
 * `workflows` always there, empty lists left out, and without fields that Kratix does not know.
 *
 * @public
 */
export function hashPromiseSpec(definition: PromiseDefinition): string {
  const { spec } = definition;
  const { workflows } = spec;
  return hashSpec({
    api: isEmpty(spec.api) ? undefined : spec.api,
    dependencies: list(spec.dependencies),
    destinationSelectors: list(
      spec.destinationSelectors?.map(({ matchLabels }) => ({ matchLabels })),
    ),
    requiredPromises: list(
      spec.requiredPromises?.map(({ name, version }) => ({
        name,
        version: version || undefined,
      })),
    ),
    workflows: {
      config: {
        pipelineNamespace: workflows?.config?.pipelineNamespace || undefined,
        reconciliationInterval:
          workflows?.config?.reconciliationInterval || undefined,
      },
      promise: pipelines(workflows?.promise),
      resource: pipelines(workflows?.resource),
    },
  });
}

type Pipelines = NonNullable<
  PromiseDefinition['spec']['workflows']
>['resource'];

function pipelines(workflow: Pipelines): JsonObject {
  return {
    configure: list(workflow?.configure),
    delete: list(workflow?.delete),
  };
}

function list<T>(items: readonly T[] | undefined): readonly T[] | undefined {
  return items && items.length > 0 ? items : undefined;
}

function isEmpty(api: JsonObject | null | undefined): boolean {
  return !api || Object.keys(api).length === 0;
}
