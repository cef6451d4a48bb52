import type { ViolationReason } from '../violations/Violation';

/** Why the API server would refuse a schema, at a place in it: `properties[spec].properties[size].type`. @public */
export interface SchemaProblem {
  readonly path: string;
  readonly reason: ViolationReason;
  readonly message: string;
}

/** Takes problems of one node: the keyword at which one is, empty for the node itself. */
export type Report = (
  keyword: string,
  reason: ViolationReason,
  message: string,
) => void;
