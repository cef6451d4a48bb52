import type { Program } from '../../expressions/compileProgram';
import type { ViolationReason } from '../violations/Violation';

/** A step of a rule's fieldPath. */
export interface FieldPathStep {
  readonly key: string;
  readonly mapKey: boolean;
}

/** A rule of x-kubernetes-validations, compiled. */
export interface CompiledRule {
  readonly source: string;
  readonly program: Program;
  readonly message: string | undefined;
  readonly messageProgram: Program | undefined;
  readonly reason: ViolationReason;
  readonly fieldPath: readonly FieldPathStep[];
  /** The rule compares with the old value: it runs where there is one. */
  readonly usesOldSelf: boolean;
  /** The old value is an optional, so the rule runs without one too. */
  readonly optionalOldSelf: boolean;
}
