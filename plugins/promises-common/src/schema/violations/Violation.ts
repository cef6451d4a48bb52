import type { DataPath } from '../location/DataPath';

/** Kubernetes' reasons of causes (field.ErrorType) as they occur for custom resources. @public */
export type ViolationReason =
  | 'FieldValueRequired'
  | 'FieldValueInvalid'
  | 'FieldValueTypeInvalid'
  | 'FieldValueNotSupported'
  | 'FieldValueTooLong'
  | 'FieldValueTooMany'
  | 'FieldValueDuplicate'
  | 'FieldValueForbidden';

/** One cause of a refusal, exact to the API server's `field` and `reason`. @public */
export interface Violation {
  readonly path: DataPath;
  /** Kubernetes' field; `<nil>` where it names none, although `path` may know better. */
  readonly field: string;
  readonly reason: ViolationReason;
  readonly message: string;
  /** True for the remark that rules were not checked: it is no fault of its own. */
  readonly notice?: boolean;
}
