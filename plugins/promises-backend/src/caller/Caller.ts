import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { Actor } from '@promissory/plugin-promises-engine';

/** Who calls a route. */
export interface Caller {
  readonly credentials: BackstageCredentials;
  /** As it is recorded. */
  readonly actor: Actor;
  /** Entity refs that the caller belongs to, in lower case; undefined for a service, which belongs to nobody. */
  readonly refs: readonly string[] | undefined;
}
