import type { JsonObject } from '@backstage/types';
import {
  ANNOTATION_CHANGE_KEY,
  type ResourceRequest,
} from '@promissory/plugin-promises-common';
import { mergePatch } from './mergePatch';

/** What a step wants of a request that is there. What is absent stays as it is. */
export interface WantedChange {
  /** merge: only the fields that are given, null removes one. replace: the whole spec. */
  readonly strategy: 'merge' | 'replace';
  readonly spec?: JsonObject;
  readonly owner?: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
  readonly comment?: string;
  /** Kept with the request, so that a repeated step knows its change again. */
  readonly key: string;
}

/** A body of the API that is also plain JSON, so that a checkpoint can keep it. */
export type ChangedBody = {
  spec: JsonObject;
  metadata: {
    labels: Record<string, string>;
    annotations: Record<string, string>;
  };
  owner?: string;
  comment?: string;
};

/** The body that makes the change of this request. */
export function changedBody(
  request: Pick<ResourceRequest, 'spec' | 'labels' | 'annotations'>,
  change: WantedChange,
): ChangedBody {
  const { spec = {}, strategy, owner, comment } = change;
  const present = request.spec as JsonObject;
  const wanted =
    strategy === 'replace' && change.spec
      ? spec
      : (mergePatch(present, spec) as JsonObject);
  return {
    spec: wanted,
    metadata: {
      labels: { ...request.labels, ...change.labels },
      annotations: {
        ...request.annotations,
        ...change.annotations,
        [ANNOTATION_CHANGE_KEY]: change.key,
      },
    },
    ...(owner !== undefined && { owner }),
    ...(comment !== undefined && { comment }),
  };
}
