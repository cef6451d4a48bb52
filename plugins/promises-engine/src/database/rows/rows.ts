/**
 * Rows as the database returns them. JSON columns are text here; `json/` parses and prints them. Booleans are 0 or 1 on
 * SQLite: read them with Boolean().
 */

/** Promise definitions by the hash of their canonical JSON. Table `definitions`. */
export interface DefinitionRow {
  sha256: string;
  /** canonical JSON of the whole Promise */
  content: string;
  bytes: number;
  created_at: string;
  /** last time that a catalog entity named it */
  last_used_at: string;
}

/** Where Promises are fulfilled. Table `platforms`. */
export interface PlatformRow {
  name: string;
  /** native or kratix */
  kind: string;
  created_at: string;
}

/** Promises of the catalog, also the refused, untrusted and withdrawn ones. Table `promises`. */
export interface PromiseRow {
  /** ULID */
  id: string;
  platform: string;
  name: string;
  entity_ref: string;
  owner_ref: string | null;
  /** origin location of the entity */
  location: string | null;
  api_group: string | null;
  /** storage version */
  api_version: string | null;
  api_kind: string | null;
  api_plural: string | null;
  current_revision_id: string | null;
  /** [{name, version}] of the current revision */
  required_promises: string;
  /** the one that owns the name and the API on its platform */
  holds_name: boolean | number;
  /** Available, Unavailable, Withdrawn, Untrusted, Invalid, Refused */
  state: string;
  reason: string;
  message: string;
  /** title, description, category, tags, icon, links, what you get, example */
  card: string;
  findings: string;
  withdrawn_at: string | null;
  created_at: string;
  updated_at: string;
}

/** One row for each distinct definition of a Promise. Table `promise_revisions`. */
export interface PromiseRevisionRow {
  id: string;
  promise_id: string;
  definition_sha256: string;
  /** label kratix.io/promise-version, or not-set */
  version: string;
  /** Kratix's hash: md5 of the spec as canonical JSON */
  spec_hash: string;
  /** rises with each definition of the Promise */
  sequence: number;
  created_at: string;
}

/** The read model and the aggregate of one resource request. Table `requests`. */
export interface RequestRow {
  /** ULID; a name that is created again is a new request */
  uid: string;
  platform: string;
  promise_id: string;
  promise_name: string;
  namespace: string;
  name: string;
  api_group: string;
  api_version: string;
  api_kind: string;
  owner_ref: string;
  requested_by: string;
  /** ui, template, api, mcp, parent, cluster */
  origin: string;
  parent_uid: string | null;
  labels: string;
  annotations: string;
  generation: number;
  /** 0 until the first run of the first generation ended */
  observed_generation: number;
  /** the last one that was written everywhere */
  delivered_generation: number | null;
  state: string;
  state_reason: string;
  state_message: string;
  /** pipelineIndex, pipelineCount, pipeline, step, nextTryAt */
  state_detail: string;
  state_since: string;
  /** the status object without conditions, as pipelines and Kratix write it */
  status: string;
  conditions: string;
  paused: boolean | number;
  /** retry, reconcile or resume that no run has taken up yet */
  wanted_trigger: string | null;
  /** who asked for it */
  wanted_by: string | null;
  delete_requested_at: string | null;
  delete_requested_by: string | null;
  deleted_at: string | null;
  tombstone_until: string | null;
  /** rises with every change of what a caller may change; the etag */
  row_version: number;
  /** W3C traceparent of the last order, change or action; null where nothing was traced */
  trace: string | null;
  created_at: string;
  updated_at: string;
}

/** What was asked for, by whom, each time that the spec changed. Table `request_generations`. */
export interface RequestGenerationRow {
  request_uid: string;
  generation: number;
  /** pruned and defaulted */
  spec: string;
  spec_hash: string;
  promise_revision_id: string;
  actor: string;
  origin: string;
  comment: string | null;
  /** accepted; waiting and refused are reserved for approvals */
  decision: string;
  created_at: string;
}

/** One execution of a workflow for one generation of a request, or for a Promise. Table `runs`. */
export interface RunRow {
  id: string;
  promise_id: string;
  request_uid: string | null;
  generation: number;
  promise_revision_id: string;
  /** resource or promise */
  type: string;
  /** configure or delete */
  workflow: string;
  trigger: string;
  actor: string | null;
  state: string;
  /** the pipeline that runs or comes next, from 0 */
  pipeline_index: number;
  pipeline_count: number;
  /** attempts of the pipeline that is suspended with retryAfter */
  attempt: number;
  hash: string;
  reason: string | null;
  message: string | null;
  /** rules of policies that were found broken: a list for each pipeline, in order */
  violations: string | null;
  next_try_at: string | null;
  created_at: string;
  started_at: string | null;
  finished_at: string | null;
}

/** One container of one pipeline in a run. Table `steps`. */
export interface StepRow {
  id: string;
  run_id: string;
  pipeline: string;
  pipeline_index: number;
  container: string;
  container_index: number;
  image: string;
  runner: string;
  state: string;
  reason: string | null;
  message: string | null;
  exit_code: number | null;
  log_lines: number;
  started_at: string | null;
  finished_at: string | null;
}

/** Lines of a step, in the order in which they were read. Table `step_logs`. */
export interface StepLogRow {
  step_id: string;
  sequence: number;
  stream: string;
  at: string;
  text: string;
}

/** Kratix's Work: what one pipeline wants written, in groups with selectors. Table `works`. */
export interface WorkRow {
  id: string;
  name: string;
  promise_id: string;
  request_uid: string | null;
  /** resource, promise or static-dependency */
  type: string;
  /** empty for static dependencies */
  pipeline: string;
  run_id: string | null;
  generation: number;
  /** [{id, directory, selectors, workloads: [{filepath, sha256}]}] */
  groups: string;
  created_at: string;
  updated_at: string;
}

/** Bytes of files by their hash. Table `workloads`. */
export interface WorkloadRow {
  sha256: string;
  content: Buffer;
  bytes: number;
  created_at: string;
}

/** Which Works hold which workloads, or held them until their files are replaced. Table `work_workloads`. */
export interface WorkWorkloadRow {
  work_id: string;
  sha256: string;
}

/** GitStateStore and BucketStateStore entities. Table `state_stores`. */
export interface StateStoreRow {
  platform: string;
  kind: string;
  name: string;
  entity_ref: string;
  spec: string;
  /** Unknown, Ready, NotReady, Disconnected, Untrusted, Invalid */
  state: string;
  reason: string;
  message: string;
  findings: string;
  checked_at: string | null;
  created_at: string;
  updated_at: string;
}

/** Destination entities. Table `destinations`. */
export interface DestinationRow {
  platform: string;
  name: string;
  entity_ref: string;
  labels: string;
  spec: string;
  fulfils_requests: boolean | number;
  /** catalog entities that are delivered here appear in the catalog */
  catalog: boolean | number;
  state_store_kind: string;
  state_store_name: string;
  /** Ready, NotReady, Disconnected, Untrusted, Invalid, Removing */
  state: string;
  reason: string;
  message: string;
  findings: string;
  /** files below its path that belong to nobody here */
  foreign_files: number;
  /** the first of them, by path */
  foreign_examples: string | null;
  /** when what is there was last compared with what should be */
  compared_at: string | null;
  created_at: string;
  updated_at: string;
}

/** Kratix's WorkPlacement: one group of a Work at one Destination. Table `placements`. */
export interface PlacementRow {
  id: string;
  name: string;
  platform: string;
  /** kept after the Work is gone, until the files are removed */
  work_id: string;
  promise_id: string;
  request_uid: string | null;
  pipeline: string;
  /** md5 of the directory */
  group_id: string;
  directory: string;
  destination: string;
  state_store_kind: string;
  state_store_name: string;
  /** folder inside the state store */
  path: string;
  /** [{filepath, sha256}]; empty while being removed */
  desired: string;
  desired_hash: string;
  /** desired_hash of what is in the state store */
  written_hash: string | null;
  /** [{filepath, sha256}] of what is in the state store; kept while something newer is on its way */
  written: string | null;
  misplaced: boolean | number;
  removing: boolean | number;
  generation: number;
  /** Pending, Written, Failed, Removing, Removed */
  state: string;
  reason: string | null;
  message: string | null;
  /** commit */
  version_id: string | null;
  attempts: number;
  next_try_at: string | null;
  written_at: string | null;
  created_at: string;
  updated_at: string;
}

/** Who holds the name of a catalog entity that was delivered. Table `catalog_claims`. */
export interface CatalogClaimRow {
  platform: string;
  /** in lower case */
  entity_ref: string;
  /** uid of a request, or `promise:<id>` */
  holder: string;
  claimed_at: string;
}

/** One commit of many placements to one branch of a state store. Table `batches`. */
export interface BatchRow {
  id: string;
  platform: string;
  state_store_kind: string;
  state_store_name: string;
  /** of the lease under which it was made; text on Postgres: read it with Number() */
  epoch: number | string;
  /** Prepared, Pushed, Abandoned */
  state: string;
  /** [{id, desiredHash}] */
  placements: string;
  version_id: string | null;
  created_at: string;
  pushed_at: string | null;
}

/** The log; positions are in commit order. Table `events`. */
export interface EventRow {
  position: number | string;
  type: string;
  version: number;
  at: string;
  actor: string | null;
  platform: string | null;
  promise_name: string | null;
  request_uid: string | null;
  namespace: string | null;
  /** of the request or the Promise, to decide who may read it */
  owner_ref: string | null;
  requested_by: string | null;
  run_id: string | null;
  step_id: string | null;
  destination: string | null;
  payload: string;
}

/** What is to be looked at; one row for each kind and key. Table `work_queue`. */
export interface WorkQueueRow {
  kind: string;
  key: string;
  run_at: string;
  lease_owner: string | null;
  lease_until: string | null;
  /** rises with every claim, also after the row was gone in between; a fence. Text on Postgres: read it with Number() */
  epoch: number | string;
  /** enqueued while claimed: look again when released */
  again: boolean | number;
  /** failures in a row */
  attempts: number;
  last_error: string | null;
  /** time of the first of the failures in a row */
  failing_since: string | null;
  /** when it was given up; nobody takes it up before it is asked for */
  set_aside_at: string | null;
  /** times in a row that its worker ended without a word */
  abandoned: number;
  enqueued_at: string;
}
