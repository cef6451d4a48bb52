import { FunctionError, pipelineFunctions } from '../pipelineFunction';
import type { WorkerAnswer, WorkerTask } from './messages';

/** This file as it runs: TypeScript under a development transform, JavaScript when built. */
export const functionWorkerFile = __filename;

/**
 * Runs one function in a worker thread, or asks it for the facts that it wants. Stays free of imports that only the main
 * thread needs: they cost start-up.
 */
export function runFunctionTask(task: WorkerTask): WorkerAnswer {
  const log: string[] = [];
  const definition = pipelineFunctions.get(task.function);
  if (!definition) {
    return failed(
      new FunctionError('', `there is no function ${task.function}`),
      log,
    );
  }
  const { facts, ...rest } = task;
  const input = { ...rest, log: (line: string) => void log.push(line) };
  try {
    if (!facts) {
      return { state: 'Asks', queries: definition.facts?.(input) ?? {} };
    }
    const { violations = [], ...files } = definition.run({ ...input, facts });
    return { state: 'Succeeded', ...files, violations, log };
  } catch (error) {
    if (error instanceof FunctionError) return failed(error, log);
    throw error;
  }
}

function failed(
  { reason, message, violations }: FunctionError,
  log: readonly string[],
): WorkerAnswer {
  return { state: 'Failed', reason, message, violations, log };
}
