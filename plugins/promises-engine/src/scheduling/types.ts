import type { FilepathMode } from '@promissory/plugin-promises-common';
import type { WorkloadGroup } from '../workflow/types';

/** What scheduling has to know of a Destination. */
export interface DestinationFacts {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly strictMatchLabels: boolean;
  readonly mode: FilepathMode;
  /** below the state store's own path */
  readonly path: string;
  readonly stateStoreKind: string;
  readonly stateStoreName: string;
  readonly stateStorePath: string;
  /** Ready, NotReady, Disconnected, Untrusted, Invalid, Removing */
  readonly state: string;
  /** documents here that are requests of known Promises are fulfilled by this platform */
  readonly fulfilsRequests?: boolean;
}

/** What scheduling has to know of a Work. */
export interface WorkFacts {
  readonly id: string;
  readonly name: string;
  readonly type: 'resource' | 'promise' | 'static-dependency';
  /** empty for static dependencies */
  readonly pipeline: string;
  readonly generation: number;
  readonly groups: readonly WorkloadGroup[];
}

/** What scheduling has to know of a placement. */
export interface PlacementFacts {
  readonly id: string;
  readonly name: string;
  readonly workId: string;
  readonly groupId: string;
  readonly destination: string;
  readonly stateStoreKind: string;
  readonly stateStoreName: string;
  readonly path: string;
  /** files as they should be; none while they are being removed */
  readonly desired: WorkloadGroup['workloads'];
  readonly desiredHash: string;
  readonly writtenHash?: string;
  readonly misplaced: boolean;
  readonly removing: boolean;
  readonly generation: number;
  readonly state: string;
  readonly reason?: string;
  readonly message?: string;
  readonly nextTryAt?: string;
}

/** Whose Work it is; it decides the folder. */
export interface PlacementOwner {
  readonly promiseName: string;
  /** absent for a Promise's own Works */
  readonly request?: { readonly namespace: string; readonly name: string };
}

/** A placement as it should be. */
export interface DesiredPlacement {
  /** of the row to change; absent for a new one */
  readonly id?: string;
  readonly name: string;
  readonly workId: string;
  readonly pipeline: string;
  readonly groupId: string;
  readonly directory: string;
  readonly destination: string;
  readonly stateStoreKind: string;
  readonly stateStoreName: string;
  readonly path: string;
  readonly desired: WorkloadGroup['workloads'];
  readonly desiredHash: string;
  readonly misplaced: boolean;
  readonly generation: number;
}

/** A group that has nowhere to go. */
export interface UnscheduledGroup {
  readonly workName: string;
  readonly groupId: string;
  readonly directory: string;
  /** what a Destination would have to be labelled with */
  readonly labels: Readonly<Record<string, string>>;
  /** names of Destinations that match and cannot be used, with why */
  readonly unusable: readonly string[];
}

/** The difference between what is placed and what should be. */
export interface Schedule {
  /** new ones, and present ones that must be written anew */
  readonly place: readonly DesiredPlacement[];
  /** ids of placements whose files must go */
  readonly remove: readonly string[];
  readonly unscheduled: readonly UnscheduledGroup[];
}
