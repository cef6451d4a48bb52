import { InputError } from '@backstage/errors';
import { checkStorePath } from '../delivery/git/checkStorePath';

/** Refuses output whose paths could not be delivered, before anything of it is stored. Throws an InputError. */
export function checkOutput(paths: Iterable<string>): void {
  for (const path of paths) {
    const problem = checkStorePath(path);
    if (problem) {
      throw new InputError(
        `The pipeline wrote a file that cannot be delivered: ${JSON.stringify(
          path,
        )} below /kratix/output ${problem}`,
      );
    }
  }
}
