import type { RequestStateFact } from '@promissory/plugin-promises-node';
import type { Knex } from 'knex';
import type { RevisionCache } from '../database/operations/promises/readRevisions';
import type { RunFacts } from '../plan/snapshot';

/** Whose step asks. */
export interface FactScope {
  readonly knex: Knex;
  readonly revisions: RevisionCache;
  readonly platform: string;
  readonly run: RunFacts;
  /** Absent for the workflow of a Promise itself. */
  readonly request?: {
    readonly uid: string;
    readonly namespace: string;
    readonly ownerRef: string;
    /** Children that are not there yet, each with what keeps it where something does. */
    readonly missingChildren: readonly RequestStateFact[];
  };
}
