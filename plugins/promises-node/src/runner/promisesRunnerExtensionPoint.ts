import { createExtensionPoint } from '@backstage/backend-plugin-api';
import type { PipelineRunner } from './types';

/** Adds runners beside the built-in one for functions. @public */
export interface PromisesRunnerExtensionPoint {
  /** Throws where a runner of the same name was added before. */
  addRunner(runner: PipelineRunner): void;
}

/** {@inheritDoc PromisesRunnerExtensionPoint} @public */
export const promisesRunnerExtensionPoint =
  createExtensionPoint<PromisesRunnerExtensionPoint>({
    id: 'promises.runner',
  });
