import { hashResourceWorkflow } from '@promissory/plugin-promises-common';
import { NO_CHILDREN } from '../children/types';
import type {
  PromiseFacts,
  RequestFacts,
  RequestSnapshot,
  RevisionFacts,
  RunFacts,
} from '../plan/snapshot';
import type { PlacementFacts, WorkFacts } from '../scheduling/types';
import { hashDesired } from '../scheduling/hashDesired';
import { md5Hex } from '../hash/md5Hex';
import { promiseOf, type PromiseParts } from './promiseOf';

/** When everything in a made-up snapshot happened. */
export const THEN = '2026-11-24T10:00:00.000Z';

/** A revision with the named pipelines. */
export function revisionOf(
  parts: PromiseParts = {},
  other: Partial<RevisionFacts> = {},
): RevisionFacts {
  return {
    id: 'revision-1',
    version: 'not-set',
    specHash: 'promise-hash',
    sequence: 1,
    definition: promiseOf(parts),
    ...other,
  };
}

/** A run that succeeded for generation 1 of {@link revisionOf}. */
export function runOf(other: Partial<RunFacts> = {}): RunFacts {
  return {
    id: 'run-1',
    generation: 1,
    revisionId: 'revision-1',
    type: 'resource',
    workflow: 'configure',
    trigger: 'order',
    state: 'Succeeded',
    pipelineIndex: 1,
    pipelineCount: 1,
    attempt: 0,
    hash: hashResourceWorkflow({
      promiseHash: 'promise-hash',
      resourceHash: 'spec-hash',
    }),
    startedAt: THEN,
    finishedAt: THEN,
    ...other,
  };
}

/** The Work of pipeline `configure` with one file for everybody. */
export function workOf(other: Partial<WorkFacts> = {}): WorkFacts {
  return {
    id: 'work-1',
    name: 'database-one-configure-12345',
    type: 'resource',
    pipeline: 'configure',
    generation: 1,
    groups: [
      {
        id: md5Hex('.'),
        directory: '.',
        selectors: [],
        workloads: [{ filepath: 'a.yaml', sha256: 'x' }],
      },
    ],
    ...other,
  };
}

/** The written placement of {@link workOf} on Destination dev. */
export function placementOf(
  other: Partial<PlacementFacts> = {},
): PlacementFacts {
  const desiredHash = hashDesired(workOf().groups[0].workloads);
  return {
    id: 'placement-1',
    name: 'database-one-configure-12345.dev-5058f',
    workId: 'work-1',
    groupId: md5Hex('.'),
    destination: 'dev',
    stateStoreKind: 'GitStateStore',
    stateStoreName: 'default',
    path: 'dev/resources/default/database/one/configure/5058f',
    desired: workOf().groups[0].workloads,
    desiredHash,
    writtenHash: desiredHash,
    misplaced: false,
    removing: false,
    generation: 1,
    state: 'Written',
    ...other,
  };
}

/** Parts of a snapshot that tests differ in; a request that was just ordered unless said otherwise. */
export interface SnapshotParts
  extends Partial<Omit<RequestSnapshot, 'request' | 'promise'>> {
  readonly request?: Partial<RequestFacts>;
  readonly promise?: Partial<PromiseFacts>;
  readonly parts?: PromiseParts;
}

/** A snapshot of a request. */
export function snapshotOf(parts: SnapshotParts = {}): RequestSnapshot {
  const { request, promise, parts: promiseParts, ...rest } = parts;
  const generation = request?.generation ?? 1;
  return {
    request: {
      uid: 'uid-1',
      platform: 'native',
      promiseName: 'database',
      namespace: 'default',
      name: 'one',
      apiGroup: 'example.com',
      apiVersion: 'v1',
      apiKind: 'database',
      ownerRef: 'group:default/web',
      requestedBy: 'user:default/alice',
      labels: {},
      annotations: {},
      generation,
      observedGeneration: 0,
      paused: false,
      createdAt: THEN,
      state: {
        name: 'Pending',
        reason: 'Accepted',
        message: '',
        detail: {},
        since: THEN,
      },
      status: {},
      conditions: [],
      ...request,
    },
    generation: {
      generation,
      spec: { size: 'small' },
      specHash: 'spec-hash',
      actor: 'user:default/alice',
    },
    promise: {
      id: 'promise-1',
      platform: 'native',
      name: 'database',
      holdsName: true,
      state: 'Available',
      reason: 'PromiseAvailable',
      message: 'Ready to fulfil resource requests',
      currentRevisionId: 'revision-1',
      ...promise,
    },
    revisions: new Map([['revision-1', revisionOf(promiseParts)]]),
    children: NO_CHILDREN,
    works: [],
    placements: [],
    destinations: [
      {
        name: 'dev',
        labels: { environment: 'dev' },
        strictMatchLabels: false,
        mode: 'nestedByMetadata',
        path: 'dev',
        stateStoreKind: 'GitStateStore',
        stateStoreName: 'default',
        stateStorePath: '',
        state: 'Ready',
      },
    ],
    ...rest,
  };
}
