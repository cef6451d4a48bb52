import type { JsonObject } from '@promissory/plugin-promises-common';

/** One fact about Kratix. */
export interface KratixCase {
  readonly area: string;
  readonly id: string;
  readonly title: string;
  readonly given: JsonObject;
  readonly expect: JsonObject;
}
