import { FunctionError } from '../pipelineFunction/FunctionError';

/** Reason of a step whose policy cannot be asked: it fails, so that nothing passes unseen. */
export const POLICY_INVALID = 'PolicyInvalid';

/** A policy that cannot be read, or a rule of it that cannot be asked. */
export function policyInvalid(path: string, cause: unknown): FunctionError {
  return new FunctionError(
    path,
    cause instanceof Error ? cause.message : String(cause),
    { reason: POLICY_INVALID },
  );
}
