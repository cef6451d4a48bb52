import type { Scope } from './Scope';

/** A compiled part of an expression: gives a CEL value or throws a Fault. */
export type Evaluate = (scope: Scope) => unknown;
