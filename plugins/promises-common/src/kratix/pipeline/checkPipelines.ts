import type { Finding } from '../../api';
import { error, warning } from '../findings/findings';
import type { PromiseDefinition, WorkflowAction, WorkflowType } from '../types';
import { checkPipeline } from './checkPipeline';
import { getPipelines } from './getPipelines';

const TYPES: readonly WorkflowType[] = ['promise', 'resource'];
const ACTIONS: readonly WorkflowAction[] = ['configure', 'delete'];

/** Kratix's rules for the pipelines of a Promise, workflow by workflow. */
export function checkPipelines(definition: PromiseDefinition): Finding[] {
  return TYPES.flatMap(type =>
    ACTIONS.flatMap(action => checkWorkflow(definition, type, action)),
  );
}

function checkWorkflow(
  definition: PromiseDefinition,
  type: WorkflowType,
  action: WorkflowAction,
): Finding[] {
  const path = ['spec', 'workflows', type, action];
  const pipelines = getPipelines(definition, type, action);
  const findings = pipelines.flatMap((pipeline, index) =>
    checkPipeline({
      pipeline,
      promiseName: definition.metadata.name,
      type,
      action,
      path: [...path, index],
    }),
  );
  const names = pipelines.map(({ metadata }) => metadata.name);
  names.forEach((name, index) => {
    if (name !== '' && names.indexOf(name) !== index) {
      findings.push(
        error(
          `${path.join('.')}[${index}].metadata.name`,
          `duplicate pipeline name "${name}" in workflow "${type}" action "${action}"`,
        ),
      );
    }
  });
  if (action === 'delete' && pipelines.length > 1) {
    findings.push(
      warning(
        path.join('.'),
        `A Kratix cluster runs only the first of these ${pipelines.length} delete pipelines`,
      ),
    );
  }
  return findings;
}
