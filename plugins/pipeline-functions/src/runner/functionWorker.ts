import { FunctionError, pipelineFunctions } from '../pipelineFunction';
import type { WorkerAnswer, WorkerTask } from './messages';

/** This file as it runs: TypeScript under a development transform, JavaScript when built. */
export const functionWorkerFile = __filename;

/** Runs one function in a worker thread. Stays free of imports that only the main thread needs: they cost start-up. */
export function runFunctionTask(task: WorkerTask): WorkerAnswer {
  const log: string[] = [];
  const definition = pipelineFunctions.get(task.function);
  if (!definition) {
    return {
      state: 'Failed',
      message: `there is no function ${task.function}`,
      log,
    };
  }
  try {
    const { output, metadata } = definition.run({
      ...task,
      log: line => log.push(line),
    });
    return { state: 'Succeeded', output, metadata, log };
  } catch (error) {
    if (error instanceof FunctionError) {
      return { state: 'Failed', message: error.message, log };
    }
    throw error;
  }
}
