import type {
  RequestState,
  ResourceRequest,
} from '@promissory/plugin-promises-common';
import { z } from 'zod/v4';
import {
  cardColumn,
  conditionsColumn,
  objectColumn,
  stringMapColumn,
  violationSchema,
} from '../../database/json';
import { withoutAbsent } from '../withoutAbsent';
import { formatEtag } from './formatEtag';
import type { RequestView } from './selectRequests';

const stateDetailSchema = z.object({
  pipelineIndex: z.number().optional(),
  pipelineCount: z.number().optional(),
  pipeline: z.string().optional(),
  step: z.string().optional(),
  nextTryAt: z.string().optional(),
  violations: z.array(violationSchema).optional(),
});

/** Keys of the status that Kratix writes itself; what is left are outputs. */
const RESERVED_STATUS = new Set([
  'conditions',
  'kratix',
  'message',
  'observedGeneration',
  'promiseVersion',
  'resourceBindingVersion',
  'workflows',
  'workflowsFailed',
  'workflowsSucceeded',
]);

/** A request as the API shows it, without what the caller may do with it. */
export function toRequest(view: RequestView): ResourceRequest {
  const card = cardColumn.parse(view.promise_card);
  return withoutAbsent({
    uid: view.uid,
    platform: view.platform,
    promise: withoutAbsent({
      name: view.promise_name,
      title: card.title,
      entityRef: view.promise_entity_ref,
      icon: card.icon,
    }),
    api: {
      group: view.api_group,
      version: view.api_version,
      kind: view.api_kind,
      plural: view.api_plural ?? '',
    },
    namespace: view.namespace,
    name: view.name,
    owner: view.owner_ref,
    requestedBy: view.requested_by,
    origin: view.origin as ResourceRequest['origin'],
    parentUid: view.parent_uid ?? undefined,
    generation: view.generation,
    observedGeneration: view.observed_generation,
    deliveredGeneration: view.delivered_generation ?? undefined,
    spec: objectColumn.parse(view.generation_spec),
    labels: stringMapColumn.parse(view.labels),
    annotations: stringMapColumn.parse(view.annotations),
    state: toState(view),
    conditions: conditionsColumn.parse(view.conditions),
    outputs: toOutputs(view.status),
    revision: {
      id: view.revision_id,
      version: view.revision_version,
      current: view.revision_id === view.promise_current_revision_id,
      createdAt: view.revision_created_at,
    },
    etag: formatEtag(view.row_version),
    createdAt: view.created_at,
    updatedAt: view.updated_at,
    deletedAt: view.deleted_at ?? undefined,
  });
}

function toState(view: RequestView): RequestState {
  return {
    ...stateDetailSchema.parse(JSON.parse(view.state_detail)),
    name: view.state as RequestState['name'],
    reason: view.state_reason,
    message: view.state_message,
    since: view.state_since,
  };
}

function toOutputs(status: string): ResourceRequest['outputs'] {
  const outputs = Object.entries(objectColumn.parse(status)).filter(
    ([key]) => !RESERVED_STATUS.has(key),
  );
  return outputs.length > 0 ? Object.fromEntries(outputs) : undefined;
}
