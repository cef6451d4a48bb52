import type { SourceDocument } from '../run/SourceDocument';

/** A folder with a `scenario.yaml`. */
export interface ScenarioFolder {
  /** Absolute. */
  readonly folder: string;
  readonly description?: string;
  readonly promises: readonly SourceDocument[];
  readonly destinations: readonly SourceDocument[];
  readonly requests: readonly SourceDocument[];
  readonly updates: readonly SourceDocument[];
  readonly deletes: boolean;
  readonly timeoutMs: number;
}
