import Piscina from 'piscina';
import { functionWorkerFile, runFunctionTask } from './functionWorker';

/** Memory of one worker; a function that needs more ends its worker and fails, and the backend lives on. */
const MAX_HEAP_MB = 256;
/** A pool of threads for functions. `threads` is how many run at once. */
export function createWorkerPool(options: {
  readonly threads: number;
}): Piscina {
  return new Piscina({
    filename: functionWorkerFile,
    name: runFunctionTask.name,
    // A warm worker answers in a millisecond, a cold one in hundreds: two orders at once must not wait for one to start.
    minThreads: options.threads,
    maxThreads: options.threads,
    resourceLimits: { maxOldGenerationSizeMb: MAX_HEAP_MB },
    // Functions are pure: nothing of the backend's environment is theirs.
    env: {},
    // From source, the thread needs the transform that the main thread has.
    execArgv: functionWorkerFile.endsWith('.ts')
      ? [
          '--require',
          require.resolve('@backstage/cli/config/nodeTransform.cjs'),
        ]
      : [],
  });
}
