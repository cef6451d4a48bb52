import type {
  JsonObject,
  RequestStateName,
} from '@promissory/plugin-promises-common';
import { z } from 'zod/v4';

const HEALTH_STATES: Readonly<Record<string, RequestStateName>> = {
  ready: 'Ready',
  healthy: 'Ready',
  degraded: 'Degraded',
  unhealthy: 'Degraded',
};

const schema = z.looseObject({
  metadata: z.looseObject({
    generation: z.number().optional(),
    deletionTimestamp: z.string().optional(),
  }),
  status: z
    .looseObject({
      message: z.string().optional().catch(undefined),
      observedGeneration: z.number().optional().catch(undefined),
      conditions: z
        .array(
          z.looseObject({
            type: z.string(),
            status: z.string(),
            reason: z.string().default(''),
            message: z.string().default(''),
          }),
        )
        .default([]),
      healthStatus: z
        .looseObject({ state: z.string().optional() })
        .optional()
        .catch(undefined),
      kratix: z
        .looseObject({
          workflows: z
            .looseObject({
              lastSuccessfulConfigureWorkflowTime: z.string().optional(),
            })
            .optional(),
        })
        .optional()
        .catch(undefined),
    })
    .optional(),
});

/** What a cluster tells of a request. */
export interface ClusterRequestState {
  readonly state: RequestStateName;
  readonly message?: string;
  readonly status: JsonObject;
  readonly reportsHealth: boolean;
}

/** State of a resource request in a cluster with Kratix, from the conditions that Kratix writes. */
export function clusterRequestState(object: JsonObject): ClusterRequestState {
  const { metadata, status } = schema.parse(object);
  const { conditions: _, ...written } = (object.status ?? {}) as JsonObject;
  const condition = (type: string) =>
    status?.conditions.find(item => item.type === type);
  const configure = condition('ConfigureWorkflowCompleted');
  const reconciled = condition('Reconciled');
  const told = {
    status: written,
    reportsHealth: status?.healthStatus?.state !== undefined,
  };
  const answer = (state: RequestStateName, message?: string) => ({
    ...told,
    state,
    ...(message ? { message } : {}),
  });
  if (metadata.deletionTimestamp) return answer('Deleting');
  if (reconciled?.reason === 'PausedReconciliation') return answer('Paused');
  if (reconciled?.reason === 'WorkflowSuspended') {
    return answer('Suspended', status?.message);
  }
  const outdated =
    metadata.generation !== undefined &&
    status?.observedGeneration !== metadata.generation;
  if (configure?.reason === 'PipelinesInProgress') return answer('Running');
  if (outdated) return answer('Pending', status?.message);
  if (configure?.status === 'False') {
    const before =
      status?.kratix?.workflows?.lastSuccessfulConfigureWorkflowTime;
    return answer(before ? 'Degraded' : 'Failed', configure.message);
  }
  if (reconciled?.status !== 'True') {
    return answer(configure ? 'Delivering' : 'Pending', status?.message);
  }
  return answer(
    HEALTH_STATES[status?.healthStatus?.state ?? ''] ?? 'Delivered',
  );
}
