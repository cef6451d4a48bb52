import type {
  JsonObject,
  PreviewedRequest,
} from '@promissory/plugin-promises-common';
import type {
  PipelineRunner,
  RunnerLimits,
} from '@promissory/plugin-promises-node';
import type { Knex } from 'knex';
import type { ChildRules } from '../children/ChildRules';
import type { RequestIdentity } from '../children/types';
import type { RevisionCache } from '../database/operations/promises/readRevisions';
import type { RequestRow } from '../database/rows/rows';
import type { RequestSnapshot } from '../plan/snapshot';
import type { ApplyRequestOptions } from '../platform/types';
import type { WorkloadContents } from './WorkloadContents';

/** What previews are made with. Nothing here is written to. */
export interface PreviewTools {
  readonly knex: Knex;
  readonly platform: string;
  /** In order of preference. */
  readonly runners: readonly PipelineRunner[];
  readonly limits: RunnerLimits;
  readonly revisions: RevisionCache;
  readonly children: ChildRules;
  readonly now: () => Date;
}

/** One preview, with what it has found so far. */
export interface Preview extends PreviewTools {
  readonly signal: AbortSignal;
  readonly contents: WorkloadContents;
  /** what is not known before the order, in words */
  readonly notes: Set<string>;
  /** requests that it went into, by `identityKey` */
  readonly found: Map<string, PreviewNode>;
}

/** A request as it would be ordered or changed. */
export interface PreviewDraft {
  readonly request: ApplyRequestOptions;
  /** of the request that is changed */
  readonly uid?: string;
  readonly parent?: { readonly uid: string; readonly requestedBy: string };
  /** the innermost first */
  readonly ancestors: readonly RequestIdentity[];
}

/** A request in the middle of its preview. */
export interface PreviewState {
  readonly row: RequestRow;
  /** names of the Promises that its own requires */
  readonly requiredPromises: readonly string[];
  readonly snapshot: RequestSnapshot;
}

/** A request that was gone into; its Promise by name. */
export type FoundRequest = Omit<PreviewedRequest, 'promise'> & {
  readonly promiseName: string;
};

/** A request whose preview is done, with those that belong to it. */
export interface PreviewNode {
  readonly request: FoundRequest;
  /** what its pipelines wrote to status.yaml */
  readonly status: JsonObject;
  readonly children: readonly PreviewNode[];
}
