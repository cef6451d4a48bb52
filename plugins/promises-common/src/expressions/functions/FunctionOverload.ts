import type { Budget } from '../evaluation/Budget';

/** One overload of a function or method. */
export interface FunctionOverload {
  /** `lowerAscii`, `lists.range`. */
  readonly name: string;
  /** Called on a value: its first argument is the receiver. */
  readonly method: boolean;
  /** As it is documented: `string.lowerAscii(): string`. */
  readonly signature: string;
  /** Types of the arguments, the receiver's first. */
  readonly parameters: readonly string[];
  readonly result: string;
  /** False for what Kubernetes does not have in validation rules. */
  readonly kubernetes: boolean;
  matches(inputs: readonly unknown[]): boolean;
  call(inputs: readonly unknown[], budget: Budget): unknown;
}
