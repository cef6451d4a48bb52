import type { JsonObject } from '@promissory/plugin-promises-common';

/** Who asked for a label; the order of precedence is in `resolveSelectors`. */
export type SelectorSource =
  | 'promise'
  | 'promise-workflow'
  | 'resource-workflow';

/** A selector of a workload group with where it comes from. */
export interface GroupSelector {
  readonly matchLabels: Readonly<Record<string, string>>;
  readonly source: SelectorSource;
}

/** A file of a group, its bytes by address. */
export interface Workload {
  readonly filepath: string;
  readonly sha256: string;
}

/** Kratix's workload group: the files of one directory of a pipeline's output. */
export interface WorkloadGroup {
  /** md5 of the directory */
  readonly id: string;
  /** `.` for everything that no entry of destination-selectors.yaml names */
  readonly directory: string;
  readonly selectors: readonly GroupSelector[];
  readonly workloads: readonly Workload[];
}

/** An entry of destination-selectors.yaml. */
export interface DestinationSelectorEntry {
  readonly matchLabels: Readonly<Record<string, string>>;
  /** cleaned, `.` when absent */
  readonly directory: string;
}

/** workflow-control.yaml, read. */
export interface WorkflowControl {
  /** true also where only retryAfter is given */
  readonly suspend: boolean;
  readonly message?: string;
  /** why, a word in CamelCase */
  readonly reason?: string;
  readonly retryAfterMs?: number;
}

/** What a pipeline that ended well asks for. */
export interface PipelineResult {
  readonly selectors: readonly DestinationSelectorEntry[];
  readonly control: WorkflowControl;
  readonly status: JsonObject;
}
