import { parseDestinationSelectors } from './parseDestinationSelectors';
import { parseStatusFile } from './parseStatusFile';
import { parseWorkflowControl } from './parseWorkflowControl';
import type { PipelineResult } from './types';

/** Reads what a pipeline left in /kratix/metadata. Throws an InputError that names file and fault. */
export function readPipelineResult(
  metadata: ReadonlyMap<string, Uint8Array>,
): PipelineResult {
  return {
    selectors: parseDestinationSelectors(
      metadata.get('destination-selectors.yaml'),
    ),
    control: parseWorkflowControl(metadata.get('workflow-control.yaml')),
    status: parseStatusFile(metadata.get('status.yaml')),
  };
}
