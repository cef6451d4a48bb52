import type { JsonObject } from '@promissory/plugin-promises-common';

/** What the field `PromiseRequest` gives to a template: `parameters.<name of the parameter>`. @public */
export interface PromiseRequestValue {
  /** Name of the Promise. */
  readonly promise: string;
  readonly namespace: string;
  /** Name of the request. */
  readonly name: string;
  /** Entity ref; absent where the backend decides. */
  readonly owner?: string;
  readonly spec: JsonObject;
}

/** `ui:options` of the field `PromiseRequest`. @public */
export type PromiseRequestOptions = {
  /** Name of the Promise that is ordered from. */
  readonly promise?: string;
};
