import { toError } from '@backstage/errors';

/** What a function refuses, in words; none where it takes it. */
export function messagesOf(run: () => unknown): readonly string[] {
  try {
    run();
    return [];
  } catch (error) {
    return [toError(error).message];
  }
}
