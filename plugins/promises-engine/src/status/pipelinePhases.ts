import type { PromiseDefinition } from '@promissory/plugin-promises-common';
import type { RunFacts } from '../plan/snapshot';
import { getPipelines } from '@promissory/plugin-promises-common';

/** An entry of `status.kratix.workflows.pipelines`. */
export interface PipelinePhase {
  readonly name: string;
  readonly phase: 'Pending' | 'Running' | 'Succeeded' | 'Failed' | 'Suspended';
  readonly message?: string;
  readonly nextRetryAt?: string;
  readonly attempts?: number;
}

/** The phases of a run's pipelines in Kratix's words. */
export function pipelinePhases(
  run: RunFacts,
  definition: PromiseDefinition,
): PipelinePhase[] {
  return getPipelines(definition, run.type, run.workflow).map(
    ({ metadata: { name } }, index): PipelinePhase => {
      if (index < run.pipelineIndex || run.state === 'Succeeded') {
        return { name, phase: 'Succeeded' };
      }
      if (index > run.pipelineIndex) return { name, phase: 'Pending' };
      if (run.state === 'Suspended') {
        return {
          name,
          phase: 'Suspended',
          ...(run.message ? { message: run.message } : {}),
          ...(run.nextTryAt
            ? { nextRetryAt: run.nextTryAt, attempts: run.attempt }
            : {}),
        };
      }
      if (run.state === 'Failed') return { name, phase: 'Failed' };
      return {
        name,
        phase:
          run.state === 'Running' || run.state === 'Pending'
            ? 'Running'
            : 'Pending',
      };
    },
  );
}
