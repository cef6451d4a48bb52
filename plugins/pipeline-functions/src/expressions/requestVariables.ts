import type { FactInput } from '../pipelineFunction/types';

/** What expressions see of the request. Nothing of the process: neither its environment nor its modules. */
export function requestVariables(
  input: Pick<FactInput, 'object' | 'environment'>,
): Readonly<Record<string, unknown>> {
  const { object, environment } = input;
  return {
    object,
    metadata: object.metadata ?? {},
    spec: object.spec ?? {},
    status: object.status ?? {},
    promise: { name: environment.KRATIX_PROMISE_NAME ?? '' },
  };
}
